package io.soundshare.migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.soundshare.migrations.model.LockNotAcquiredException;
import liquibase.util.NetUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SqliteLockTests extends LockContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

	/** The lock file tells that it was this one. */
	@Override
	void leaveBehind(String id) {
		super.leaveBehind(id);
		Path file = ((SqliteTestDatabase) this.database).file();
		try {
			Files.writeString(file.resolveSibling(file.getFileName() + ".migration-lock"),
					"web-1 pid 4711 at 2 of 5, two\n" + id + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void takesOverTheLockOfStockLiquibaseWhenNoProcessOfThisHostHasTheFileOpen() throws Exception {
		Migrations migrations = fiveTables();
		upgrade(migrations, "one");
		Migrations impatient = builder(ROOT).lockWait(Duration.ZERO).build();
		this.database.run("UPDATE databasechangeloglock SET LOCKED = 1, LOCKEDBY = '" + NetUtil.getLocalHostName()
				+ " (10.0.0.9)', LOCKGRANTED = '" + System.currentTimeMillis() + "'");
		Process other = new ProcessBuilder("tail", "-f", ((SqliteTestDatabase) this.database).file().toString())
			.start();
		try {
			// It has opened the file when it has printed its first byte.
			assertThat(other.getInputStream().read()).isNotNegative();
			assertThatExceptionOfType(LockNotAcquiredException.class).isThrownBy(() -> upgrade(impatient, "head"));
		}
		finally {
			other.destroyForcibly().waitFor();
		}
		assertThat(names(upgrade(impatient, "head"))).hasSize(4);
	}

}
