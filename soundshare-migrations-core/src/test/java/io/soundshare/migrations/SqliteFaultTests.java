package io.soundshare.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.soundshare.migrations.model.DatabaseAccessException;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.RevisionFailedException;
import io.soundshare.migrations.model.SchemaState;
import io.soundshare.migrations.model.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Faults around a file: a disk that is full, one that is read-only. On a small tmpfs,
 * where this process may mount one.
 */
@Tag("process")
class SqliteFaultTests {

	@TempDir
	Path folder;

	private Path disk;

	private SqliteTestDatabase database;

	private Migrations migrations;

	@BeforeEach
	void mount() throws Exception {
		this.disk = Files.createDirectory(this.folder.resolve("disk"));
		assumeTrue(mount("-t", "tmpfs", "-o", "size=400k", "tmpfs", this.disk.toString()),
				"Not permitted here: mount -t tmpfs");
		this.database = new SqliteTestDatabase(this.disk);
		this.migrations = new TestChangelog(this.folder.resolve("changelog"))
			.sql("changelog.sql", TestChangelog.table("one"), """
					--changeset anna:large
					CREATE TABLE large (text TEXT);
					INSERT INTO large VALUES (zeroblob(600000));
					--rollback DROP TABLE large;
					""", TestChangelog.table("two"))
			.migrations(this.database, "changelog.sql")
			.lockWait(Duration.ZERO)
			.build();
	}

	@AfterEach
	void unmount() throws Exception {
		if (Files.exists(this.disk)) {
			new ProcessBuilder("umount", this.disk.toString()).inheritIO().start().waitFor();
		}
	}

	@Test
	void goesOnWhenTheFullDiskHasRoomAgain() throws Exception {
		assertThatExceptionOfType(RevisionFailedException.class)
			.isThrownBy(() -> this.migrations.upgrade(Target.HEAD, ProgressListener.SILENT))
			.withMessageContaining("revision large")
			.withMessageContaining("full");
		assertThat(this.database.applied()).containsExactly("one");
		assertThat(this.database.rows("PRAGMA integrity_check")).containsExactly("ok");
		assertThat(this.migrations.lock()).isEqualTo(LockStatus.FREE);
		assertThat(mount("-o", "remount,size=20m", this.disk.toString())).isTrue();
		assertThat(DatabaseContract.names(DatabaseContract.upgrade(this.migrations, "head"))).containsExactly("large",
				"two");
	}

	@Test
	void saysThatThereIsNoRoomForAnything() throws Exception {
		Files.write(this.disk.resolve("filler"), new byte[395 * 1024]);
		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> this.migrations.upgrade(Target.HEAD, ProgressListener.SILENT))
			.satisfies((failure) -> assertThat(failure.getMessage()).containsAnyOf("full", "No space left"));
		Files.delete(this.disk.resolve("filler"));
		assertThat(DatabaseContract.names(DatabaseContract.upgrade(this.migrations, "one"))).containsExactly("one");
	}

	@Test
	void saysThatTheFileSystemIsReadOnlyAndGoesOnWhenItIsNot() throws Exception {
		DatabaseContract.upgrade(this.migrations, "one");
		assertThat(mount("-o", "remount,ro", this.disk.toString())).isTrue();
		assertThat(this.migrations.status().state()).isEqualTo(SchemaState.PENDING);
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> this.migrations.upgrade(Target.HEAD, ProgressListener.SILENT))
			.withMessageContaining("Read-only")
			.withMessageContaining("Let this process write");
		assertThat(mount("-o", "remount,rw,size=20m", this.disk.toString())).isTrue();
		assertThat(this.database.applied()).containsExactly("one");
		assertThat(DatabaseContract.names(DatabaseContract.upgrade(this.migrations, "head"))).containsExactly("large",
				"two");
	}

	private static boolean mount(String... arguments) throws InterruptedException {
		String[] command = new String[arguments.length + 1];
		command[0] = "mount";
		System.arraycopy(arguments, 0, command, 1, arguments.length);
		try {
			return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
		}
		catch (IOException ex) {
			// There is no such command here.
			return false;
		}
	}

}
