package io.soundshare.migrations;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import io.soundshare.migrations.backup.BackupMode;
import io.soundshare.migrations.backup.BackupStore;
import io.soundshare.migrations.backup.FolderBackupStore;
import io.soundshare.migrations.model.Backup;
import io.soundshare.migrations.model.BackupCheck;
import io.soundshare.migrations.model.BackupFailedException;
import io.soundshare.migrations.model.CopyProgress;
import io.soundshare.migrations.model.DestructionRefusedException;
import io.soundshare.migrations.model.DestructiveMode;
import io.soundshare.migrations.model.Progress;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Restoration;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

class SqliteBackupTests extends DatabaseContract {

	private static final String SONGS = """
			--changeset anna:songs
			CREATE TABLE songs (title VARCHAR(100));
			INSERT INTO songs VALUES ('Blue'), ('Red');
			""";

	private static final String LIKES = """
			--changeset anna:add/likes
			CREATE TABLE likes (song INT);
			""";

	private static final String FEWER = """
			--changeset anna:fewer
			DELETE FROM songs WHERE title = 'Red';
			""";

	private static final String EVERYTHING = "SELECT rowid, title FROM songs ORDER BY rowid";

	private Path file;

	private Path backups;

	@Override
	TestDatabase open(Path folder) {
		this.file = folder.resolve("it's a song.db");
		this.backups = folder.resolve("it's a song.db.backups");
		return new SqliteTestDatabase(folder, this.file);
	}

	@BeforeEach
	void upgrade() {
		migrations(SONGS).upgrade();
	}

	@Test
	void bringsADatabaseBackAsItWas() throws IOException {
		Migrations migrations = migrations(SONGS, LIKES);
		this.database.run("DELETE FROM songs WHERE title = 'Blue'");
		Backup backup = migrations.backup();
		byte[] then = Files.readAllBytes(this.file);
		migrations.upgrade();
		this.database.run("INSERT INTO songs VALUES ('Green')");
		this.database.run("VACUUM");
		Restoration restored = migrations.restore("");
		assertThat(restored.backup()).isEqualTo(backup);
		assertThat(this.database.rows(EVERYTHING)).containsExactly("2|Red");
		assertThat(this.database.applied()).containsExactly("songs");
		assertThat(differences(then, Files.readAllBytes(this.file)))
			.isSubsetOf(List.of(24, 25, 26, 27, 40, 41, 42, 43, 92, 93, 94, 95, 96, 97, 98, 99));
		assertThat(migrations.lock().held()).isFalse();
		Backup replaced = restored.replaced();
		assertThat(migrations.backups()).containsExactly(replaced, backup);
		assertThat(replaced.name()).endsWith("Z_add-likes.db");
		migrations.restore(replaced.name());
		assertThat(this.database.applied()).containsExactly("songs", "add/likes");
		assertThat(migrations.upgrade().isEmpty()).isTrue();
	}

	private static List<Integer> differences(byte[] one, byte[] other) {
		assertThat(one).hasSameSizeAs(other);
		return Stream.iterate(0, (place) -> place < one.length, (place) -> place + 1)
			.filter((place) -> one[place] != other[place])
			.toList();
	}

	@Test
	void namesBackupsAfterTheirRevision() {
		Backup backup = migrations().backup();
		assertThat(backup.name()).matches("\\d{8}T\\d{9}Z_songs\\.db");
		assertThat(backup.revision()).isEqualTo("songs");
		assertThat(backup.size()).isPositive();
		assertThat(backup.verified()).isTrue();
		assertThat(this.backups.resolve(backup.name())).exists();
		migrations().downgrade(Target.BASE);
		assertThat(migrations().backup()).satisfies((base) -> {
			assertThat(base.name()).matches("\\d{8}T\\d{9}Z\\.db");
			assertThat(base.revision()).isNull();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "delete", "wal" })
	void copiesConsistentlyWhileOthersWrite(String journal) throws Exception {
		this.database.run("PRAGMA journal_mode = " + journal,
				"CREATE TABLE accounts (id INTEGER PRIMARY KEY, money INT)",
				"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
						+ " INSERT INTO accounts SELECT i, 100 FROM n");
		AtomicBoolean stop = new AtomicBoolean();
		Thread writer = new Thread(() -> {
			try (Connection connection = this.database.dataSource().getConnection();
					Statement statement = connection.createStatement()) {
				statement.execute("PRAGMA busy_timeout = 10000");
				while (!stop.get()) {
					statement.execute("BEGIN IMMEDIATE");
					statement.execute("UPDATE accounts SET money = money - 1 WHERE id % 2 = 0");
					statement.execute("UPDATE accounts SET money = money + 1 WHERE id % 2 = 1");
					statement.execute("COMMIT");
				}
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		});
		writer.start();
		try {
			for (int i = 0; i < 5; i++) {
				Backup backup = migrations().backup();
				SqliteTestDatabase copy = new SqliteTestDatabase(this.folder, this.backups.resolve(backup.name()));
				assertThat(copy.rows("SELECT sum(money) FROM accounts")).containsExactly("2000000");
			}
		}
		finally {
			stop.set(true);
			writer.join();
		}
		assertThat(migrations().verifyBackups()).hasSize(5).allMatch(BackupCheck::isWhole);
	}

	@Test
	void backsUpBeforeWhatCanLoseData() {
		Migrations harmless = usual(SONGS, LIKES);
		assertThat(harmless.upgrade().backup()).isNull();
		Migrations destructive = usual(SONGS, LIKES, FEWER);
		Result result = destructive.upgrade();
		assertThat(result.backup().revision()).isEqualTo("add-likes");
		this.database.run("INSERT INTO likes VALUES (1)");
		assertThat(destructive.downgrade(Target.parse("-1")).backup()).isNull();
		assertThat(destructive.downgrade(Target.parse("-1")).backup().revision()).isEqualTo("add-likes");
		assertThat(destructive.reset(ProgressListener.SILENT).backup().revision()).isEqualTo("songs");
		assertThat(destructive.backups()).hasSize(3);
		destructive.restore(destructive.backups().get(2).name());
		assertThat(this.database.rows(EVERYTHING)).containsExactly("1|Blue", "2|Red");
	}

	private Migrations usual(String... changeSets) {
		this.changelog.sql(ROOT, changeSets);
		return builder(ROOT).backup(null).build();
	}

	@Test
	void backsUpBeforeEverythingIfThatIsWanted() {
		this.changelog.sql(ROOT, SONGS, LIKES);
		Migrations migrations = builder(ROOT).backup(BackupMode.ALWAYS).build();
		assertThat(migrations.upgrade().backup().revision()).isEqualTo("songs");
		assertThat(migrations.upgrade().backup()).isNull();
	}

	@Test
	void copiesNothingBeforeTheFirstUpgrade() {
		use(new SqliteTestDatabase(this.folder));
		this.changelog.sql(ROOT, SONGS, FEWER);
		assertThat(builder(ROOT).backup(BackupMode.ALWAYS).build().upgrade().backup()).isNull();
	}

	@Test
	void doesNothingWithoutTheBackup() throws IOException {
		Files.writeString(this.backups, "in the way");
		Migrations migrations = usual(SONGS, FEWER);
		assertThatExceptionOfType(BackupFailedException.class).isThrownBy(migrations::upgrade)
			.withMessageContaining("No backup could be made")
			.withMessageContaining("BackupMode.NEVER");
		assertThat(this.database.applied()).containsExactly("songs");
		assertThat(migrations.lock().held()).isFalse();
	}

	@Test
	void bringsADatabaseBackThatHasOtherPagesSince() {
		Migrations migrations = migrations();
		migrations.backup();
		this.database.run("DELETE FROM songs", "PRAGMA page_size = 16384", "VACUUM");
		migrations.restore("");
		assertThat(this.database.rows(EVERYTHING)).containsExactly("1|Blue", "2|Red");
		assertThat(this.database.rows("PRAGMA page_size")).containsExactly("4096");
		assertThat(this.database.rows("PRAGMA integrity_check")).containsExactly("ok");
	}

	@Test
	void keepsTheNewest() {
		Migrations migrations = builder(ROOT).keepBackups(2).build();
		migrations.backup();
		List<Backup> newest = List.of(migrations.backup(), migrations.backup());
		assertThat(migrations.backups()).containsExactly(newest.get(1), newest.get(0));
		assertThat(this.backups.toFile().list()).hasSize(4);
	}

	@Test
	void tellsDamagedBackups() throws IOException {
		Migrations migrations = migrations();
		Backup whole = migrations.backup();
		Backup damaged = migrations.backup();
		Backup foreign = migrations.backup();
		Path renamed = this.backups.resolve(foreign.name().replace("_songs", "_other"));
		Files.move(this.backups.resolve(foreign.name()), renamed);
		try (RandomAccessFile bytes = new RandomAccessFile(this.backups.resolve(damaged.name()).toFile(), "rw")) {
			bytes.seek(4096);
			bytes.write(new byte[2000]);
		}
		assertThat(migrations.backups()).extracting(Backup::verified).containsExactly(false, true, true);
		assertThat(migrations.verifyBackups()).extracting(BackupCheck::isWhole).containsExactly(false, false, true);
		assertThat(migrations.verifyBackups().get(0).damage()).contains("which is songs");
		assertThat(migrations.backups()).extracting(Backup::verified).containsExactly(false, false, true);
		byte[] before = Files.readAllBytes(this.file);
		assertThatExceptionOfType(BackupFailedException.class).isThrownBy(() -> migrations.restore(damaged.name()))
			.withMessageContaining("cannot be used");
		assertThat(this.file).hasBinaryContent(before);
		assertThat(migrations.restore(whole.name()).backup()).isEqualTo(whole);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void tellsABackupThatHasOtherValuesThanItWasWrittenWith(boolean toNowhere) throws IOException {
		Migrations migrations = migrations();
		Backup backup = migrations.backup();
		Path copy = this.backups.resolve(backup.name());
		byte[] bytes = Files.readAllBytes(copy);
		int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Blue");
		bytes[place] = 'G';
		Files.write(copy, bytes);
		assertThat(new SqliteTestDatabase(this.folder, copy).rows("PRAGMA integrity_check")).containsExactly("ok");
		if (toNowhere) {
			Files.delete(this.file);
		}
		assertThatExceptionOfType(BackupFailedException.class).isThrownBy(() -> migrations.restore(backup.name()))
			.withMessageContaining("its bytes are not those it was written with");
		assertThat(this.database.rows("SELECT count(*) FROM sqlite_master WHERE name = 'songs'"))
			.containsExactly(toNowhere ? "0" : "1");
		assertThat(migrations.verifyBackups()).singleElement().matches((check) -> !check.isWhole());
		assertThat(migrations.backups()).noneMatch(Backup::verified);
	}

	@Test
	void restoresToNowhereForConnectionsThatAreOpen() throws Exception {
		Backup backup = migrations().backup();
		SingleConnectionDataSource pool = new SingleConnectionDataSource("jdbc:sqlite:" + this.folder.resolve("new.db"),
				true);
		pool.getConnection().close();
		Migrations pooled = Migrations.builder(pool, ROOT)
			.resources(this.changelog.resources())
			.backupStore(new FolderBackupStore(this.backups))
			.build();
		assertThat(pooled.restore("").replaced()).isNull();
		assertThat(pooled.status().history()).hasSize(1);
		try (Statement statement = pool.getConnection().createStatement()) {
			statement.execute("INSERT INTO songs VALUES ('Green')");
		}
		SqliteTestDatabase restored = new SqliteTestDatabase(this.folder, this.folder.resolve("new.db"));
		assertThat(restored.rows(EVERYTHING)).hasSize(3);
		assertThat(this.folder.resolve("new.db-journal")).doesNotExist();
		pool.destroy();
	}

	@Test
	void restoresABackupThatNobodyHasProved() throws IOException {
		Migrations migrations = migrations();
		Backup backup = migrations.backup();
		Files.delete(this.backups.resolve(backup.name() + ".verified"));
		Files.delete(this.file);
		migrations.restore("");
		assertThat(this.database.rows(EVERYTHING)).containsExactly("1|Blue", "2|Red");
	}

	@Test
	void restoresWhereThereIsNoDatabaseAnyMore() throws IOException {
		Migrations migrations = migrations();
		migrations.backup();
		Files.delete(this.file);
		assertThat(migrations.backups()).hasSize(1);
		assertThatExceptionOfType(BackupFailedException.class).isThrownBy(migrations::backup)
			.withMessageContaining("does not exist yet");
		assertThat(this.file).doesNotExist();
		assertThat(migrations.restore("").replaced()).isNull();
		assertThat(this.database.rows(EVERYTHING)).containsExactly("1|Blue", "2|Red");
	}

	@Test
	void putsWhatIsNoDatabaseAside() throws IOException {
		Migrations migrations = migrations();
		migrations.backup();
		Files.writeString(this.file, "no database at all ".repeat(500));
		Restoration restored = migrations.restore("");
		assertThat(restored.replaced()).isNull();
		assertThat(Path.of(restored.aside())).content().startsWith("no database at all");
		assertThat(this.database.rows(EVERYTHING)).containsExactly("1|Blue", "2|Red");
	}

	@Test
	void putsWhatIsNoDatabaseAsideWhereALinkLeads() throws Exception {
		Migrations migrations = migrations();
		migrations.backup();
		Path link = Files.createDirectory(this.folder.resolve("links")).resolve("link.db");
		Files.createSymbolicLink(link, this.file);
		Files.write(this.file, new byte[9000]);
		SingleConnectionDataSource pool = new SingleConnectionDataSource("jdbc:sqlite:" + link, true);
		Migrations linked = Migrations.builder(pool, ROOT).resources(this.changelog.resources()).build();
		assertThat(linked.backups()).isEqualTo(migrations.backups());
		assertThat(linked.restore("").aside()).startsWith(this.file.toRealPath().toString());
		assertThat(link).isSymbolicLink();
		assertThat(linked.status().history()).hasSize(1);
		assertThat(this.database.rows(EVERYTHING)).containsExactly("1|Blue", "2|Red");
		pool.destroy();
	}

	@Test
	void neverRemovesTheCopyItHasJustMade() throws IOException {
		Migrations migrations = builder(ROOT).keepBackups(1).build();
		String later = "29990101T000000000Z_songs.db";
		Files.createDirectory(this.backups);
		Files.writeString(this.backups.resolve(later), "from another clock");
		Backup backup = migrations.backup();
		assertThat(migrations.backups()).containsExactly(backup);
	}

	@Test
	void takesRowsThatBreakAConstraintForNoDamage() {
		this.database.run("CREATE TABLE n (z INT)", "INSERT INTO n VALUES (NULL)", "PRAGMA writable_schema = ON",
				"UPDATE sqlite_master SET sql = 'CREATE TABLE n (z INT NOT NULL)' WHERE name = 'n'");
		assertThat(this.database.rows("PRAGMA quick_check")).containsExactly("NULL value in n.z");
		migrations().backup();
		assertThat(migrations().verifyBackups()).singleElement().matches(BackupCheck::isWhole);
	}

	@Test
	void namesAStoreThatFails() {
		Store store = new Store() {

			@Override
			public List<Stored> list() {
				throw new IllegalStateException("S3 is down");
			}

		};
		Migrations migrations = builder(ROOT).backupStore(store).build();
		assertThat(migrations.status().backup()).isNull();
		assertThatExceptionOfType(BackupFailedException.class).isThrownBy(migrations::backups)
			.withMessageContaining("S3 is down");
		assertThatExceptionOfType(BackupFailedException.class).isThrownBy(migrations::backup)
			.withMessageContaining("S3 is down");
	}

	@ParameterizedTest
	@ValueSource(strings = { "delete", "wal" })
	void restoresNothingWhileOthersUseTheDatabase(String journal) throws Exception {
		Migrations migrations = migrations();
		this.database.run("PRAGMA journal_mode = " + journal);
		migrations.backup();
		this.database.run("INSERT INTO songs VALUES ('Green')");
		try (Connection other = this.database.dataSource().getConnection();
				Statement reader = other.createStatement()) {
			reader.execute("BEGIN");
			reader.executeQuery(EVERYTHING).next();
			assertThatExceptionOfType(BackupFailedException.class).isThrownBy(() -> migrations.restore(""))
				.withMessageContaining("somebody uses it");
			reader.execute("ROLLBACK");
		}
		Process process = new ProcessBuilder("sh", "-c", "exec 3< \"$0\"; echo; sleep 60", this.file.toString())
			.start();
		try {
			process.getInputStream().read();
			assertThatExceptionOfType(BackupFailedException.class).isThrownBy(() -> migrations.restore(""))
				.withMessageContaining("process ");
		}
		finally {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly().waitFor();
		}
		assertThat(this.database.rows(EVERYTHING)).hasSize(3);
		migrations.restore("");
		assertThat(this.database.rows(EVERYTHING)).hasSize(2);
		assertThat(this.database.rows("PRAGMA journal_mode")).containsExactly(journal);
	}

	@Test
	void restoresNothingWhereThatIsForbidden() {
		Migrations migrations = builder(ROOT).destructive(DestructiveMode.REFUSE).build();
		migrations.backup();
		assertThatExceptionOfType(DestructionRefusedException.class).isThrownBy(() -> migrations.restore(""));
	}

	@Test
	void namesTheBackupsThereAre() {
		Migrations migrations = migrations();
		assertThatExceptionOfType(BackupFailedException.class).isThrownBy(() -> migrations.restore(""))
			.withMessageContaining("There is no backup.")
			.withMessageContaining("Migrations.backup()");
		Backup backup = migrations.backup();
		assertThatExceptionOfType(BackupFailedException.class).isThrownBy(() -> migrations.restore("2025"))
			.withMessageContaining(backup.name());
	}

	@Test
	void leavesDatabasesInMemoryAlone() {
		SQLiteDataSource memory = new SQLiteDataSource();
		memory.setUrl("jdbc:sqlite:file:memory?mode=memory&cache=shared");
		this.changelog.sql(ROOT, SONGS, FEWER);
		Migrations migrations = Migrations.builder(memory, ROOT)
			.resources(this.changelog.resources())
			.backup(BackupMode.ALWAYS)
			.build();
		assertThat(migrations.upgrade().backup()).isNull();
		assertThatExceptionOfType(BackupFailedException.class).isThrownBy(migrations::backup)
			.withMessageContaining("it is in memory");
	}

	@Test
	void keepsThemWhereSomebodyElseWants() {
		Store store = new Store();
		Migrations migrations = builder(ROOT).backupStore(store).build();
		Backup backup = migrations.backup();
		assertThat(store.files).containsOnlyKeys(backup.name(), backup.name() + ".verified");
		this.database.run("DELETE FROM songs");
		assertThat(migrations.verifyBackups()).allMatch(BackupCheck::isWhole);
		migrations.restore(backup.name());
		assertThat(this.database.rows(EVERYTHING)).hasSize(2);
		assertThat(this.backups).doesNotExist();
	}

	@Test
	void namesAStoreThatCannotBeRead() {
		Store store = new Store() {

			@Override
			public InputStream open(String name) {
				if (name.endsWith(".db")) {
					throw new IllegalStateException("S3 is down");
				}
				return super.open(name);
			}

		};
		Migrations migrations = builder(ROOT).backupStore(store).build();
		Backup backup = migrations.backup();
		assertThatExceptionOfType(BackupFailedException.class).isThrownBy(() -> migrations.restore(backup.name()))
			.withMessageContaining("S3 is down");
		assertThatExceptionOfType(BackupFailedException.class).isThrownBy(migrations::verifyBackups)
			.withMessageContaining("S3 is down");
		assertThat(migrations.backups()).containsExactly(backup);
	}

	@Test
	void saysThatNoCopyOfWhatIsThereCouldBeMade() {
		Store store = new Store();
		Backup backup = builder(ROOT).backupStore(store).build().backup();
		this.database.run("INSERT INTO songs VALUES ('Green')");
		Store full = new Store() {

			@Override
			public void write(String name, long size, Content content) throws IOException {
				throw new IOException("the bucket is full");
			}

		};
		full.files.putAll(store.files);
		assertThatExceptionOfType(BackupFailedException.class)
			.isThrownBy(() -> builder(ROOT).backupStore(full).build().restore(backup.name()))
			.withMessageContaining("No backup could be made: the bucket is full");
		assertThat(this.database.rows(EVERYTHING)).hasSize(3);
	}

	@Test
	void tellsHowFarItIsWhereThatTakesLong() {
		Store slow = new Store() {

			@Override
			public void write(String name, long size, Content content) throws IOException {
				super.write(name, size, (file) -> {
					content.writeTo(file);
					pause(name);
				});
			}

			@Override
			public <T> T read(String name, Reader<T> reader) throws IOException {
				pause(name);
				return super.read(name, reader);
			}

			private void pause(String name) throws IOException {
				try {
					Thread.sleep(name.endsWith(".db") ? 1500 : 0);
				}
				catch (InterruptedException ex) {
					throw new IOException(ex);
				}
			}

		};
		List<CopyProgress> heard = new CopyOnWriteArrayList<>();
		ProgressListener listener = new ProgressListener() {

			@Override
			public void heard(Progress progress) {
				throw new IllegalStateException();
			}

			@Override
			public void copying(CopyProgress progress) {
				heard.add(progress);
			}

		};
		Migrations migrations = builder(ROOT).backupStore(slow).build();
		Backup backup = migrations.backup(listener);
		assertThat(heard).extracting(CopyProgress::kind).containsOnly(CopyProgress.Kind.BACKUP);
		assertThat(heard).allMatch((progress) -> progress.name().equals(backup.name())
				&& progress.bytes() == backup.size() && progress.total() == backup.size());
		assertThat(heard).extracting(CopyProgress::done).startsWith(false).endsWith(true);
		heard.clear();
		migrations.verifyBackups(listener);
		assertThat(heard).extracting(CopyProgress::kind).contains(CopyProgress.Kind.VERIFICATION);
		heard.clear();
		migrations().backup(listener);
		assertThat(heard).isEmpty();
	}

	@Test
	void storesNothingThatDoesNotFit() {
		FolderBackupStore store = new FolderBackupStore(this.backups);
		assertThatIOException().isThrownBy(() -> store.write("a.db", Long.MAX_VALUE, Files::createFile))
			.withMessageContaining("free");
		assertThat(this.backups).isEmptyDirectory();
	}

	@Test
	void leavesNothingOfWhatFails() throws IOException {
		FolderBackupStore store = new FolderBackupStore(this.backups);
		assertThatIOException().isThrownBy(() -> store.write("a.db", 1, (part) -> {
			Files.writeString(part, "half");
			Files.writeString(Path.of(part + "-journal"), "of a half");
			assertThat(store.list()).isEmpty();
			throw new IOException("full");
		}));
		assertThat(this.backups).isEmptyDirectory();
	}

	/**
	 * The least that a store is.
	 */
	private static class Store implements BackupStore {

		final Map<String, byte[]> files = new LinkedHashMap<>();

		@Override
		public void write(String name, long size, Content content) throws IOException {
			Path folder = Files.createTempDirectory("store");
			Path file = folder.resolve(name);
			content.writeTo(file);
			this.files.put(name, Files.readAllBytes(file));
			Files.delete(file);
			Files.delete(folder);
		}

		@Override
		public List<Stored> list() {
			return this.files.entrySet()
				.stream()
				.map((file) -> new Stored(file.getKey(), file.getValue().length))
				.toList();
		}

		@Override
		public InputStream open(String name) {
			return new ByteArrayInputStream(this.files.get(name));
		}

		@Override
		public void delete(String name) {
			this.files.remove(name);
		}

	}

}
