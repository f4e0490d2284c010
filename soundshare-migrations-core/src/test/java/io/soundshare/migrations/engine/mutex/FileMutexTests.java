package io.soundshare.migrations.engine.mutex;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import io.soundshare.migrations.DatabaseContract;
import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.TestChangelog;
import io.soundshare.migrations.model.DatabaseAccessException;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.SchemaState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The lock file, and what else may be in its place.
 */
@Tag("process")
@Timeout(60)
class FileMutexTests {

	@TempDir
	Path folder;

	private Path database;

	private Path file;

	@BeforeEach
	void name() {
		this.database = this.folder.resolve("a.db");
		this.file = this.folder.resolve("a.db.migration-lock");
	}

	@Test
	void belongsToOneAtATimeAndIsNotLostByALook() {
		FileMutex mine = mutex("11111111");
		FileMutex other = mutex("22222222");
		assertThat(other.holder()).isNull();
		assertThat(this.file).doesNotExist();
		assertThat(mine.tryTake("web-1 pid 7")).isTrue();
		assertThat(other.tryTake("web-2 pid 8")).isFalse();
		assertThat(other.holder()).isEqualTo("web-1 pid 7");
		mine.report("web-1 pid 7 at 12 of 13");
		mine.report("web-1 pid 7 at 2 of 3");
		assertThat(other.holder()).isEqualTo("web-1 pid 7 at 2 of 3");
		assertThat(this.file).hasContent("web-1 pid 7 at 2 of 3\n11111111\n");
		mine.release();
		assertThat(other.holder()).isNull();
		assertThat(other.tryTake("web-2 pid 8")).isTrue();
		other.release();
	}

	@Test
	void provesThatTheHolderWhoseTextIsInTheFileIsGone() {
		LockHolder gone = LockHolder.of("web-1 (10.0.0.3) pid 7, SoundShare 11111111");
		LockHolder other = LockHolder.of("web-1 (10.0.0.3) pid 7, SoundShare 33333333");
		FileMutex mine = mutex("11111111");
		assertThat(mine.tryTake("web-1 pid 7")).isTrue();
		mine.report("web-1 pid 7");
		mine.release();
		FileMutex next = mutex("22222222");
		assertThat(next.tryTake("web-2 pid 8")).isTrue();
		assertThat(next.isOf(gone)).isTrue();
		assertThat(next.isOf(other)).isFalse();
		// Whoever does not get the row after all has to leave that as it is.
		next.release();
		assertThat(next.holder()).isNull();
		assertThat(next.isOf(gone)).isTrue();
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void isLockedByOneThoughTheLockFileHasTwoNames() throws IOException {
		FileMutex mine = mutex("11111111");
		assertThat(mine.tryTake("web-1 pid 7")).isTrue();
		Path linked = Files.createDirectory(this.folder.resolve("linked"));
		Files.createLink(linked.resolve("a.db.migration-lock"), this.file);
		FileMutex other = new FileMutex(linked.resolve("a.db"), "22222222");
		assertThat(other.tryTake("web-2 pid 8")).isFalse();
		assertThat(other.holder()).isEqualTo("web-1 pid 7");
		mine.release();
	}

	@Test
	void saysWhichFileCannotBeWritten() throws Exception {
		Files.createDirectory(this.file);
		refuses("a directory");
	}

	@Test
	void leavesWhatSomebodyElseHasWritten() throws IOException {
		Files.writeString(this.file, "Dear diary, ".repeat(1000));
		refuses("something else in it");
		assertThat(this.file).hasContent("Dear diary, ".repeat(1000));
	}

	@Test
	void takesAFileThatIsEmptyOrLostItsTextInACrash() throws IOException {
		for (byte[] content : List.of(new byte[0], new byte[27])) {
			Files.write(this.file, content);
			FileMutex mine = mutex("11111111");
			assertThat(mine.tryTake("web-1 pid 7")).isTrue();
			mine.report("web-1 pid 7");
			mine.release();
		}
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void followsNoLink() throws IOException {
		Path precious = Files.writeString(this.folder.resolve("precious"), "a b pid 4711\nprecious");
		Files.createSymbolicLink(this.file, precious);
		refuses("a symbolic link");
		assertThat(precious).hasContent("a b pid 4711\nprecious");
		Files.delete(this.file);
		Files.createSymbolicLink(this.file, this.folder.resolve("nothing"));
		refuses("a symbolic link");
		assertThat(this.folder.resolve("nothing")).doesNotExist();
		assertThat(this.file).isSymbolicLink();
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void doesNotHangOnAPipe() throws Exception {
		assumeTrue(new ProcessBuilder("mkfifo", this.file.toString()).start().waitFor() == 0);
		refuses("no regular file");
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void opensNoDevice() throws Exception {
		assumeTrue(new ProcessBuilder("mknod", this.file.toString(), "c", "1", "3").start().waitFor() == 0);
		refuses("no regular file");
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void locksADatabaseWithALinkToItOnce() throws IOException {
		Path data = Files.createDirectory(this.folder.resolve("data"));
		Path link = Files.createSymbolicLink(this.database, data.resolve("real.db"));
		TestChangelog changelog = new TestChangelog(this.folder.resolve("changelog")).sql("c.sql",
				TestChangelog.table("one"));
		DatabaseContract.upgrade(migrations(changelog, link), "head");
		assertThat(data.resolve("real.db.migration-lock")).exists();
		assertThat(this.file).doesNotExist();
		FileMutex holder = new FileMutex(data.resolve("real.db").toRealPath(), "11111111");
		assertThat(holder.tryTake("web-1 pid 7 at 1 of 2")).isTrue();
		assertThat(migrations(changelog, link).lock().by()).isEqualTo("web-1 pid 7 at 1 of 2");
		assertThat(migrations(changelog, data.resolve("real.db")).lock().held()).isTrue();
		holder.release();
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void cannotBeHadByWhoMayNotWrite() throws Exception {
		Files.createFile(this.file);
		Files.setPosixFilePermissions(this.file, PosixFilePermissions.fromString("---------"));
		assumeTrue(!Files.isWritable(this.file), "Root may write everything");
		refuses("denied");
	}

	/**
	 * Make sure that whoever wants it is told what is in the way; whoever looks is not.
	 */
	private void refuses(String reason) {
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> mutex("11111111").tryTake("web-1 pid 7"))
			.withMessageContaining(this.file.toString())
			.withMessageContaining(reason)
			.withMessageContaining("Let this process write");
		assertThat(mutex("11111111").holder()).isNull();
		TestChangelog changelog = new TestChangelog(this.folder.resolve("changelog")).sql("c.sql",
				TestChangelog.table("one"));
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> DatabaseContract.upgrade(migrations(changelog, this.database), "head"))
			.withMessageContaining(reason);
		Migrations migrations = migrations(changelog, this.database);
		assertThat(migrations.status().state()).isEqualTo(SchemaState.PENDING);
		assertThat(migrations.lock()).isEqualTo(LockStatus.FREE);
	}

	private static Migrations migrations(TestChangelog changelog, Path database) {
		return changelog.migrations(new DriverManagerDataSource("jdbc:sqlite:" + database), "c.sql").build();
	}

	private FileMutex mutex(String id) {
		return new FileMutex(this.database, id);
	}

}
