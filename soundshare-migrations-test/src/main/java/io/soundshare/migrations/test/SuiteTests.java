package io.soundshare.migrations.test;

import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.Against;
import io.soundshare.migrations.autogenerate.Autogenerate;
import io.soundshare.migrations.autogenerate.SupportedProducts;
import io.soundshare.migrations.autogenerate.answer.Answers;
import io.soundshare.migrations.autogenerate.comparison.Comparison;
import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.entity.EntityModel;
import io.soundshare.migrations.engine.friend.MigrationsInternals;
import io.soundshare.migrations.engine.friend.TestBench;
import io.soundshare.migrations.file.LockFile;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.secret.DataSourceUrl;
import io.soundshare.migrations.test.changelog.SoundChangelog;
import io.soundshare.migrations.test.clone.Clones;
import io.soundshare.migrations.test.data.Differences;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * Makes the tests of a {@link MigrationSuite}.
 */
final class SuiteTests {

	private final MigrationSuite suite;

	private final Hooks hooks;

	private final MigrationsInternals migrations;

	private @Nullable Walk walk;

	SuiteTests(MigrationSuite suite) {
		this.suite = suite;
		this.hooks = suite.hooks;
		this.migrations = MigrationsInternals.of(suite.migrations);
	}

	Stream<DynamicNode> nodes() {
		List<DynamicNode> nodes = new ArrayList<>();
		Walk made;
		try {
			made = walk();
		}
		catch (MigrationException ex) {
			// Nothing can be done with it: the first two tests say why.
			return Stream.of(test(MigrationCheck.SOUND, () -> {
				throw new AssertionError(ex.getMessage(), ex);
			}), test(MigrationCheck.UPGRADE, () -> {
				throw new AssertionError(ex.getMessage(), ex);
			}));
		}
		Walk walk = made;
		this.hooks.require(walk.revisions());
		nodes.add(test(MigrationCheck.SOUND, () -> sound(walk)));
		nodes.add(test(MigrationCheck.UPGRADE, () -> {
			if (!walk.failure().isEmpty()) {
				throw new AssertionError(walk.failure());
			}
		}));
		EntityModel entities = this.suite.entities;
		if (entities != null) {
			nodes.add(test(MigrationCheck.ENTITIES, () -> entities(entities)));
		}
		nodes.add(each(MigrationCheck.UP_DOWN_UP, walk, TripReport::way));
		nodes.add(each(MigrationCheck.ROWS, walk, TripReport::rows));
		nodes.add(test(MigrationCheck.RELEASED, () -> released(walk)));
		return nodes.stream().onClose(this::close);
	}

	private Walk walk() {
		TestBench bench = TestBench.of(this.suite.migrations);
		Clones clones = Clones.of(this.migrations.dataSource(), bench, this.migrations.schemas());
		try {
			this.walk = new Walk(this.migrations, clones, this.hooks);
			return this.walk;
		}
		catch (SQLException ex) {
			clones.close();
			throw new IllegalStateException("No database can be made to test with: " + ex.getMessage(), ex);
		}
		catch (RuntimeException ex) {
			clones.close();
			throw ex;
		}
	}

	private void close() {
		if (this.walk != null) {
			this.walk.close();
		}
	}

	private DynamicTest test(MigrationCheck check, Executable work) {
		return DynamicTest.dynamicTest(check.toString(), () -> {
			String skipped = this.hooks.skippedChecks.get(check);
			if (skipped != null) {
				Assumptions.abort(skipped);
			}
			work.execute();
		});
	}

	private DynamicContainer each(MigrationCheck check, Walk walk, Function<TripReport, List<String>> problems) {
		List<DynamicNode> tests = new ArrayList<>();
		for (Revision revision : walk.revisions()) {
			tests.add(DynamicTest.dynamicTest(name(revision), () -> one(check, walk, revision, problems)));
		}
		if (check == MigrationCheck.ROWS) {
			tests.add(DynamicTest.dynamicTest("rows of every table", () -> notes(walk)));
		}
		return DynamicContainer.dynamicContainer(check.toString(), tests);
	}

	private void one(MigrationCheck check, Walk walk, Revision revision, Function<TripReport, List<String>> problems) {
		abort(this.hooks.skippedChecks.get(check));
		abort(Hooks.reason(this.hooks.skipped, revision));
		if (check == MigrationCheck.UP_DOWN_UP) {
			abort(Hooks.reason(this.hooks.irreversible, revision));
			abort(walk.isOld(revision) ? "nobody goes back behind " + this.hooks.minimumDowngrade : null);
		}
		TripReport report = walk.trip(revision);
		abort(report.obstacle());
		if (!problems.apply(report).isEmpty()) {
			throw new AssertionError(String.join("\n", problems.apply(report)));
		}
		if (check == MigrationCheck.UP_DOWN_UP && !report.rows().isEmpty() && !report.isBack()) {
			abort("it was not undone: see '" + MigrationCheck.ROWS + "'");
		}
	}

	private static void abort(@Nullable String reason) {
		if (reason != null) {
			Assumptions.abort(reason);
		}
	}

	/** What was not tested is told as a test that was skipped. */
	private void notes(Walk walk) {
		abort(this.hooks.skippedChecks.get(MigrationCheck.ROWS));
		List<String> notes = walk.revisions()
			.stream()
			.filter((revision) -> Hooks.reason(this.hooks.skipped, revision) == null)
			.flatMap((revision) -> walk.trip(revision).notes().stream())
			.distinct()
			.toList();
		if (!notes.isEmpty()) {
			abort(Differences.text(notes) + "\n  Give rows of them with atRevision(…).");
		}
	}

	private static String name(Revision revision) {
		String summary = revision.summary();
		return revision.name() + (summary.isEmpty() ? "" : " " + summary);
	}

	private void sound(Walk walk) {
		List<String> problems = new ArrayList<>();
		MigrationsInternals.of(walk.bench().migrations())
			.writeWithLiquibase((liquibase, contexts, labels) -> problems.addAll(SoundChangelog.problems(liquibase)));
		if (!problems.isEmpty()) {
			throw new AssertionError(
					"The changelog " + this.migrations.changelog() + " is not sound:\n" + Differences.text(problems));
		}
	}

	private void entities(EntityModel entities) {
		String url = DataSourceUrl.of(this.migrations.dataSource());
		SupportedProduct product = (url != null) ? SupportedProducts.ofUrl(url) : null;
		if (url == null || product == null) {
			throw new IllegalStateException("Entities are compared on " + SupportedProducts.names());
		}
		TestBench bench = TestBench.of(this.suite.migrations);
		Comparison comparison = Autogenerate
			.of(this.suite.migrations, product.shadows(bench::elsewhere, url), List.of(), this.suite.excluded)
			.entities(entities, Against.CHANGELOG, Answers.NONE);
		if (!comparison.isEmpty()) {
			throw new AssertionError("The changelog lacks what the entities want:\n"
					+ Differences.text(comparison.text().lines().toList())
					+ "\n  Write it as a revision with --migrate=create:MESSAGE, or correct the entities.");
		}
	}

	private void released(Walk walk) {
		if (!Files.exists(this.suite.lockFile)) {
			abort("there is no " + this.suite.lockFile + ": write it with --migrate=lock when you release");
		}
		List<String> differences = LockFile.read(this.suite.lockFile).differences(walk.bench().engine().checksums());
		if (!differences.isEmpty()) {
			throw new AssertionError("What is released is not as it was:\n" + Differences.text(differences)
					+ "\n  Undo the edit and write a new revision instead; or, if nobody has it yet, run --migrate=lock.\n"
					+ "  File: " + this.suite.lockFile);
		}
	}

}
