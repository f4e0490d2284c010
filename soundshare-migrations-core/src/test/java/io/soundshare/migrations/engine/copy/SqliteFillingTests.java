package io.soundshare.migrations.engine.copy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An empty file becomes the copy, or stays empty.
 */
@DisabledOnOs(OS.WINDOWS)
class SqliteFillingTests {

	@TempDir
	Path folder;

	private Path copy;

	private Path file;

	@BeforeEach
	void fill() throws IOException, SQLException {
		this.copy = this.folder.resolve("copy.db");
		this.file = Files.createFile(this.folder.resolve("songs.db"));
		text(this.copy, "CREATE TABLE songs (id INTEGER PRIMARY KEY, data BLOB)",
				"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
						+ " INSERT INTO songs SELECT i, randomblob(1000) FROM n");
	}

	@Test
	void isSeenByThoseWhoHaveTheFileOpen() throws IOException, SQLException {
		try (Connection open = DriverManager.getConnection("jdbc:sqlite:" + this.file)) {
			assertThat(SqliteCopy.text(open, "SELECT count(*) FROM sqlite_master")).isEqualTo("0");
			new SqliteFilling(this.file).fill(this.copy, FileDigest.of(this.copy));
			assertThat(SqliteCopy.text(open, "SELECT count(*) FROM songs")).isEqualTo("5000");
			try (Statement statement = open.createStatement()) {
				statement.execute("DELETE FROM songs WHERE id = 1");
			}
		}
		assertThat(text(this.file, "SELECT count(*) FROM songs")).isEqualTo("4999");
		assertThat(text(this.file, "PRAGMA integrity_check")).isEqualTo("ok");
		assertThat(this.folder.toFile().list()).containsExactlyInAnyOrder("copy.db", "songs.db");
	}

	@Test
	void isEmptyAgainForWhoeverComesAfterOneWhoDied() throws Exception {
		Path pipe = this.folder.resolve("pipe");
		assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
		byte[] bytes = Files.readAllBytes(this.copy);
		FileDigest digest = FileDigest.of(this.copy);
		CompletableFuture<Void> filling = CompletableFuture.runAsync(() -> {
			try {
				new SqliteFilling(this.file).fill(pipe, digest);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		});
		Path dead = Files.createDirectory(this.folder.resolve("dead")).resolve("songs.db");
		try (OutputStream half = Files.newOutputStream(pipe)) {
			half.write(bytes, 0, bytes.length / 2);
			while (Files.size(this.file) < bytes.length / 4) {
				Thread.sleep(10);
			}
			Files.copy(this.file, dead);
			Files.copy(this.folder.resolve("songs.db-journal"), dead.resolveSibling("songs.db-journal"));
			half.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
		}
		filling.join();
		assertThat(this.file).hasBinaryContent(bytes);
		assertThat(dead).isNotEmptyFile();
		assertThat(text(dead, "SELECT count(*) FROM sqlite_master")).isEqualTo("0");
		assertThat(text(dead, "PRAGMA integrity_check")).isEqualTo("ok");
		assertThat(dead).isEmptyFile();
		assertThat(dead.resolveSibling("songs.db-journal")).doesNotExist();
	}

	@Test
	void isEmptyAgainIfTheCopyIsAnotherOne() throws IOException {
		FileDigest digest = FileDigest.of(this.copy);
		byte[] bytes = Files.readAllBytes(this.copy);
		for (int place : new int[] { 3, FileDigest.HEADER, bytes.length - 1 }) {
			byte[] changed = Arrays.copyOf(bytes, bytes.length);
			changed[place]++;
			Files.write(this.copy, changed);
			assertThatExceptionOfType(DamagedCopyException.class)
				.isThrownBy(() -> new SqliteFilling(this.file).fill(this.copy, digest));
			assertThat(this.file).isEmptyFile();
			assertThat(this.file.resolveSibling("songs.db-journal")).doesNotExist();
		}
	}

	@Test
	void readsADigestAsItIsWritten() throws IOException {
		FileDigest digest = FileDigest.of(this.copy);
		assertThat(FileDigest.parse(digest.toString())).isEqualTo(digest);
		assertThat(FileDigest.parse("null")).isNull();
		Path small = Files.writeString(this.folder.resolve("small"), "7");
		assertThat(FileDigest.of(small)).isNotEqualTo(FileDigest.of(this.file));
	}

	private static String text(Path database, String... statements) throws SQLException {
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
			String text = "";
			for (String sql : statements) {
				try (Statement statement = connection.createStatement()) {
					if (statement.execute(sql)) {
						text = statement.getResultSet().getString(1);
					}
				}
			}
			return text;
		}
	}

}
