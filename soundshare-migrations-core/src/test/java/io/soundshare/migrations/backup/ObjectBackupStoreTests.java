package io.soundshare.migrations.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.model.Backup;
import io.soundshare.migrations.model.BackupCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The store in the guide is one that works.
 */
class ObjectBackupStoreTests {

	private static final Path GUIDE = Path.of("..", "docs", "backup.md");

	private static final Path SOURCE = Path.of("src", "test", "java", "io", "soundshare", "migrations", "backup",
			"ObjectBackupStore.java");

	@TempDir
	Path folder;

	@Test
	void isShownInTheGuide() throws IOException {
		String source = Files.readString(SOURCE);
		assertThat(Files.readString(GUIDE))
			.contains("```java\n" + source.substring(source.indexOf("final class")) + "```\n");
	}

	@Test
	void keepsBackupsInAnObjectStorage() throws Exception {
		SQLiteDataSource dataSource = new SQLiteDataSource();
		dataSource.setUrl("jdbc:sqlite:" + this.folder.resolve("songs.db"));
		Bucket bucket = new Bucket();
		Migrations migrations = Migrations.builder(dataSource, "none")
			.backupStore(new ObjectBackupStore(bucket))
			.keepBackups(2)
			.build();
		run(dataSource, "CREATE TABLE songs (title TEXT)");
		Backup backup = migrations.backup();
		run(dataSource, "DROP TABLE songs");
		assertThat(migrations.backups()).containsExactly(backup);
		assertThat(migrations.verifyBackups()).allMatch(BackupCheck::isWhole);
		assertThat(migrations.restore("").replaced()).isNull();
		run(dataSource, "SELECT * FROM songs");
		migrations.backup();
		migrations.backup();
		assertThat(bucket.objects).hasSize(4).doesNotContainKey(backup.name());
	}

	@Test
	void saysWhatIsNotThere() {
		assertThatExceptionOfType(NoSuchFileException.class)
			.isThrownBy(() -> new ObjectBackupStore(new Bucket()).open("none"));
	}

	private static void run(SQLiteDataSource dataSource, String sql) throws Exception {
		try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/**
	 * A bucket in memory.
	 */
	private static final class Bucket implements ObjectBackupStore.ObjectStorage {

		final Map<String, byte[]> objects = new TreeMap<>();

		@Override
		public void put(String key, Path file) throws IOException {
			this.objects.put(key, Files.readAllBytes(file));
		}

		@Override
		public Map<String, Long> list() {
			return this.objects.entrySet()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, (object) -> (long) object.getValue().length));
		}

		@Override
		public InputStream get(String key) throws IOException {
			byte[] bytes = this.objects.get(key);
			if (bytes == null) {
				throw new NoSuchFileException(key);
			}
			return new ByteArrayInputStream(bytes);
		}

		@Override
		public void remove(String key) {
			this.objects.remove(key);
		}

	}

}
