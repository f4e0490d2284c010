package io.soundshare.migrations.boot;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Supplier;

import io.soundshare.migrations.MigrationStatus;
import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.Plan;
import io.soundshare.migrations.ProgressListener;
import io.soundshare.migrations.Revision;
import io.soundshare.migrations.Target;
import io.soundshare.migrations.boot.MigrationsProperties.Ahead;
import io.soundshare.migrations.boot.MigrationsProperties.Startup;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.liquibase.autoconfigure.LiquibaseProperties;

/**
 * What happens to a schema when the application starts.
 */
final class StartupMigration {

	private static final Log logger = LogFactory.getLog(StartupMigration.class);

	private final MigrationsProperties settings;

	StartupMigration(MigrationsProperties settings) {
		this.settings = settings;
	}

	void run(Supplier<Migrations> migrations, LiquibaseProperties liquibase) {
		if (this.settings.startup() == Startup.UPGRADE) {
			prepare(migrations.get(), liquibase);
			upgrade(migrations.get(), liquibase);
		}
		else if (this.settings.startup() == Startup.VALIDATE) {
			validate(migrations.get());
		}
	}

	void validate(Migrations migrations) {
		migrations.requireUpToDate(this::checkAhead);
	}

	private void prepare(Migrations migrations, LiquibaseProperties liquibase) {
		if (liquibase.isDropFirst()) {
			migrations.drop();
		}
		File rollbackFile = liquibase.getRollbackFile();
		if (rollbackFile != null) {
			writeRollback(migrations, liquibase.getTag(), rollbackFile);
		}
		if (liquibase.isClearChecksums()) {
			migrations.doWithLiquibase((facade, contexts, labels) -> facade.clearCheckSums());
		}
	}

	private void writeRollback(Migrations migrations, @Nullable String tag, File file) {
		try (Writer writer = Files.newBufferedWriter(file.toPath(), StandardCharsets.UTF_8)) {
			migrations.doWithLiquibase((facade, contexts, labels) -> {
				if (tag != null) {
					facade.futureRollbackSQL(tag, contexts, labels, writer);
				}
				else {
					facade.futureRollbackSQL(contexts, labels, writer);
				}
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException("spring.liquibase.rollback-file cannot be written", ex);
		}
	}

	private void upgrade(Migrations migrations, LiquibaseProperties liquibase) {
		String tag = liquibase.getTag();
		if (liquibase.isTestRollbackOnUpdate()) {
			migrations.doWithLiquibase((facade, contexts, labels) -> {
				if (tag != null) {
					facade.updateTestingRollback(tag, contexts, labels);
				}
				else {
					facade.updateTestingRollback(contexts, labels);
				}
			});
			return;
		}
		long start = System.nanoTime();
		Plan applied = migrations.upgrade((tag != null) ? new Target("tag:" + tag) : Target.HEAD, this::checkAhead,
				ProgressListener.SILENT);
		if (applied.isEmpty()) {
			logger.info("The schema is up to date");
		}
		else {
			List<Revision> revisions = applied.revisions();
			logger.info("Applied " + revisions.size() + " revision(s) in " + (System.nanoTime() - start) / 1_000_000
					+ " ms, the last is " + revisions.get(revisions.size() - 1));
		}
	}

	private void checkAhead(MigrationStatus status) {
		if (this.settings.ahead() == Ahead.FAIL) {
			status.requireNotAhead();
		}
		else if (this.settings.ahead() == Ahead.WARN && !status.unknown().isEmpty()) {
			logger.warn("The database is ahead of this build, which does not know: " + status.unknown());
		}
	}

}
