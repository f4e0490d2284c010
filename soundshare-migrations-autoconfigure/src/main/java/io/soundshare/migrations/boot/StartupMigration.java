package io.soundshare.migrations.boot;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Supplier;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.boot.MigrationsProperties.Ahead;
import io.soundshare.migrations.boot.MigrationsProperties.Startup;
import io.soundshare.migrations.boot.Migrator.StartPath;
import io.soundshare.migrations.engine.friend.MigrationsInternals;
import io.soundshare.migrations.model.DataLossException;
import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Progress;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.RehearsalFailedException;
import io.soundshare.migrations.model.RehearsalReport;
import io.soundshare.migrations.model.Remedy.Kind;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.Result.Remark;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.Step;
import io.soundshare.migrations.model.Target;
import io.soundshare.migrations.model.Wording;
import liquibase.integration.commandline.LiquibaseCommandLineConfiguration;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.liquibase.autoconfigure.LiquibaseProperties;

/**
 * The part a schema has in the start of an application.
 */
final class StartupMigration {

	private static final Log logger = LogFactory.getLog(StartupMigration.class);

	private final MigrationsProperties settings;

	StartupMigration(MigrationsProperties settings) {
		this.settings = settings;
	}

	StartPath run(FastStart fast, Supplier<Migrations> migrations, LiquibaseProperties liquibase) {
		return (this.settings.startup() != Startup.NONE && fast.isNothingToDo()) ? StartPath.FAST
				: run(migrations, liquibase);
	}

	StartPath run(Supplier<Migrations> migrations, LiquibaseProperties liquibase) {
		if (this.settings.startup() == Startup.NONE) {
			return StartPath.NONE;
		}
		if (!LiquibaseCommandLineConfiguration.SHOULD_RUN.getCurrentValue()) {
			logger.info("Liquibase's own setting liquibase.shouldRun keeps migrations from running");
			return StartPath.NONE;
		}
		if (this.settings.startup() != Startup.VALIDATE) {
			prepare(migrations.get(), liquibase);
			upgrade(migrations.get(), liquibase);
		}
		else {
			validate(migrations.get());
		}
		return StartPath.FULL;
	}

	/** Try out what is pending; what is found but does no harm is only told. */
	void rehearse(Migrations migrations, Target target) {
		if (this.settings.startup() != Startup.REHEARSE_THEN_UPGRADE || migrations.status().outstanding().isEmpty()) {
			return;
		}
		RehearsalReport report = migrations.rehearse(target, ProgressListener.SILENT);
		if (report.isFailed()) {
			throw new RehearsalFailedException(report);
		}
		report.findings()
			.forEach((finding) -> logger.warn("The rehearsal of " + finding.revision() + " found: " + finding.text()));
	}

	void validate(Migrations migrations) {
		for (Remark skipped : MigrationsInternals.of(migrations).requireUpToDate(this::checkAhead)) {
			logger.warn("Revision " + skipped.revision() + " stays pending, and an upgrade would skip it: "
					+ skipped.reason());
		}
	}

	private void prepare(Migrations migrations, LiquibaseProperties liquibase) {
		if (liquibase.isDropFirst()) {
			this.settings.destructive().require("spring.liquibase.drop-first=true");
			MigrationsInternals.of(migrations).drop();
		}
		File rollbackFile = liquibase.getRollbackFile();
		if (rollbackFile != null) {
			writeRollback(migrations, liquibase.getTag(), rollbackFile);
		}
		if (liquibase.isClearChecksums()) {
			MigrationsInternals.of(migrations)
				.doWithLiquibase(false, (facade, contexts, labels) -> facade.clearCheckSums());
		}
	}

	private void writeRollback(Migrations migrations, @Nullable String tag, File file) {
		try (Writer writer = Files.newBufferedWriter(file.toPath(), StandardCharsets.UTF_8)) {
			MigrationsInternals.of(migrations).writeWithLiquibase((facade, contexts, labels) -> {
				if (tag != null) {
					facade.futureRollbackSQL(tag, contexts, labels, writer);
				}
				else {
					facade.futureRollbackSQL(contexts, labels, writer);
				}
			});
		}
		catch (IOException ex) {
			throw new StartupSettingException("The rollback file " + file + " cannot be written: " + ex,
					"Correct spring.liquibase.rollback-file.", ex);
		}
	}

	private void upgrade(Migrations migrations, LiquibaseProperties liquibase) {
		String tag = liquibase.getTag();
		if (liquibase.isTestRollbackOnUpdate()) {
			checkAhead(migrations.status());
			MigrationsInternals.of(migrations).doWithLiquibase(true, (facade, contexts, labels) -> {
				if (tag != null) {
					facade.updateTestingRollback(tag, contexts, labels);
				}
				else {
					facade.updateTestingRollback(contexts, labels);
				}
			});
			return;
		}
		if (this.settings.ahead() == Ahead.DOWNGRADE) {
			downgrade(migrations);
		}
		long start = System.nanoTime();
		Result result = (tag != null) ? upgradeToTag(migrations, tag) : upgrade(migrations, Target.HEAD);
		int skipped = result.remarks(Remark.Kind.SKIPPED).size();
		String pending = (skipped != 0) ? "; " + skipped + " skipped and still pending" : "";
		List<Revision> applied = result.steps()
			.stream()
			.filter((step) -> step.action() == Step.Action.APPLY)
			.map(Step::revision)
			.toList();
		if (applied.isEmpty()) {
			logger.info("The schema is up to date" + pending);
		}
		else {
			logger.info("Applied " + applied.size() + " revision(s) in " + (System.nanoTime() - start) / 1_000_000
					+ " ms, the last is " + applied.get(applied.size() - 1) + pending);
		}
	}

	/** Liquibase applies everything if nothing has the tag. */
	private Result upgradeToTag(Migrations migrations, String tag) {
		try {
			return upgrade(migrations, Target.tag(tag));
		}
		catch (InvalidTargetException ex) {
			if (!ex.candidates().isEmpty()) {
				throw ex;
			}
			logger.warn(ex.problem() + " Everything is applied. The tag comes from spring.liquibase.tag");
			return upgrade(migrations, Target.HEAD);
		}
	}

	private Result upgrade(Migrations migrations, Target target) {
		rehearse(migrations, target);
		return MigrationsInternals.of(migrations).upgrade(target, this::checkAhead, StartupMigration::remark);
	}

	/**
	 * Undo what this build does not know, if nothing is lost. What it knows and was
	 * applied among that is undone too, and applied again.
	 */
	private void downgrade(Migrations migrations) {
		Result result = MigrationsInternals.of(migrations).downgrade(Target.KNOWN, (plan) -> {
			if (plan.isLossy()) {
				throw new DataLossException(plan, Wording.format(
						"Start the build that knows these revisions, undo them with %s, or %s to run on this schema.",
						Kind.CONFIRM_DOWNGRADE.of(Target.KNOWN), Kind.AHEAD.of("warn")));
			}
		}, ProgressListener.SILENT);
		if (!result.isEmpty()) {
			logger.warn("The database was ahead of this build: undid " + result.revisions());
		}
	}

	private void checkAhead(MigrationStatus status) {
		if (this.settings.ahead() == Ahead.FAIL || this.settings.ahead() == Ahead.DOWNGRADE) {
			status.requireNotAhead();
		}
		else if (this.settings.ahead() == Ahead.WARN && !status.unknown().isEmpty()) {
			logger.warn("The database is ahead of this build, which does not know: " + status.unknown());
		}
	}

	/** Says which revisions were not simply applied, and why. */
	private static void remark(Progress progress) {
		if (progress.reason() != null) {
			String what = switch (progress.kind()) {
				case SKIPPED -> "was skipped and stays pending";
				case MARKED -> "was only marked as run";
				default -> "was applied all the same";
			};
			logger.warn("Revision " + progress.step().revision() + " " + what + ": " + progress.reason());
		}
	}

}
