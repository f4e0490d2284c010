package io.soundshare.migrations.engine.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.PostgresTestDatabase;
import io.soundshare.migrations.model.BackupFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Whichever tool dies while a database is restored, and whenever: the database is as it
 * was, or it is restored, and that is what is said.
 */
@Tag("server")
class PostgresRestorationDeathTests {

	private static final String SONGS = "SELECT title FROM songs ORDER BY 1";

	@TempDir
	Path folder;

	private PostgresTestDatabase database;

	private Connection connection;

	private CopySource source;

	private Path tools;

	private Path copy;

	@BeforeEach
	void backUp() throws Exception {
		this.database = new PostgresTestDatabase();
		this.connection = this.database.dataSource().getConnection();
		this.source = new CopySource(this.connection, this.connection.getMetaData().getURL(), Map.of(),
				"databasechangelog", null, "postgres", null);
		PostgresTools installed = PostgresTools.installed();
		int server = this.connection.getMetaData().getDatabaseMajorVersion();
		assumeTrue(installed.obstacle(server) == null);
		this.tools = installed.folder(server);
		this.database.run("CREATE TABLE songs (title TEXT)", "INSERT INTO songs VALUES ('Blue')",
				"CREATE TABLE many AS SELECT md5(i::text) FROM generate_series(1, 100000) i");
		this.copy = this.folder.resolve("copy.dump");
		new PostgresCopy(this.source, installed).write(this.copy);
		this.database.run("INSERT INTO songs VALUES ('Green')");
	}

	@AfterEach
	void close() throws Exception {
		this.connection.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "head -c 100", "head -c 1000000", "sed '/^COMMIT;/,$d'" })
	void leavesAllAsItWasWhenTheToolThatReadsTheCopyDies(String part) throws Exception {
		PostgresCopy dying = with("pg_restore",
				"case \"$*\" in *--single-transaction*) '" + this.tools + "/pg_restore' \"$@\" | " + part
						+ "; kill -9 $$;; *) exec '" + this.tools + "/pg_restore' \"$@\";; esac");
		assertThatExceptionOfType(BackupFailedException.class).isThrownBy(() -> dying.restore(this.copy, null, () -> {
		})).withMessageContaining("pg_restore ended with 137").withMessageContaining("It is as it was");
		assertThat(this.database.rows(SONGS)).containsExactly("Blue", "Green");
	}

	@ParameterizedTest
	@ValueSource(strings = { "head -c 9000", "head -c 1000000", "sed '/^COMMIT;/,$d'" })
	void leavesAllAsItWasWhenTheToolThatWritesDies(String part) throws Exception {
		PostgresCopy dying = with("psql", part + " | '" + this.tools + "/psql' \"$@\"; kill -9 $$");
		assertThatExceptionOfType(BackupFailedException.class).isThrownBy(() -> dying.restore(this.copy, null, () -> {
		})).withMessageContaining("psql ended with 137").withMessageContaining("It is as it was");
		assertThat(this.database.rows(SONGS)).containsExactly("Blue", "Green");
	}

	@Test
	void saysThatItIsRestoredWhenAToolDiesAfterTheEnd() throws Exception {
		PostgresCopy dying = with("psql", "'" + this.tools + "/psql' \"$@\"; kill -9 $$");
		assertThat(dying.restore(this.copy, null, () -> {
		})).isNull();
		assertThat(this.database.rows(SONGS)).containsExactly("Blue");
		assertThat(this.database.rows("SELECT count(*) FROM many")).containsExactly("100000");
	}

	/** One of the tools does something else. */
	private PostgresCopy with(String name, String script) throws IOException {
		Path own = Files.createDirectory(this.folder.resolve("tools"));
		for (String tool : List.of("pg_dump", "pg_restore", "psql")) {
			if (!tool.equals(name)) {
				Files.createSymbolicLink(own.resolve(tool), this.tools.resolve(tool));
			}
		}
		Path changed = Files.writeString(own.resolve(name), "#!/bin/sh\n" + script + "\n");
		Files.setPosixFilePermissions(changed, PosixFilePermissions.fromString("rwx------"));
		return new PostgresCopy(this.source, new PostgresTools(List.of(own)));
	}

}
