package io.soundshare.migrations.benchmarks.walk;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.benchmarks.changelog.StockRollback;
import io.soundshare.migrations.benchmarks.database.Fingerprint;
import io.soundshare.migrations.benchmarks.database.TrialDatabase;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Progress;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.Target;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * A changelog up, revision by revision, and down again, compared at each height.
 */
public final class Walk {

	private final TrialDatabase database;

	private final ResourceAccessor resources;

	private final String root;

	private final Migrations migrations;

	/** The database as it was at each height, base first. */
	private final List<Fingerprint> heights = new ArrayList<>();

	private final List<WalkReport.Difference> differences = new ArrayList<>();

	private final Set<String> known = new HashSet<>();

	public Walk(TrialDatabase database, ResourceAccessor resources, String root, @Nullable String contexts) {
		this.database = database;
		this.resources = resources;
		this.root = root;
		this.migrations = Migrations.builder(database.dataSource(), root)
			.resources(resources)
			.contexts(contexts)
			.fixedChangelog()
			.build();
	}

	/** Walk up to head and as far back as it goes. */
	public WalkReport run() {
		up();
		StockRollback stock = StockRollback.of(this.database.dataSource(), this.resources, this.root);
		int revisions = this.heights.size() - 1;
		String obstacle = down();
		return new WalkReport(this.database.product(), revisions, this.heights.size() - 1, this.differences, obstacle,
				stock);
	}

	private void up() {
		this.heights.add(fingerprint());
		this.migrations.upgrade(Target.HEAD, (progress) -> {
			if (progress.kind() == Progress.Kind.COMPLETED || progress.kind() == Progress.Kind.MARKED) {
				this.heights.add(fingerprint());
			}
		});
	}

	/** All in one go: planning anew for each revision would take most of the time. */
	private @Nullable String down() {
		List<Revision> history = this.migrations.status().history();
		int reversible = 0;
		while (reversible < history.size() && history.get(reversible).reversible()) {
			reversible++;
		}
		try {
			this.migrations.downgrade(Target.back(reversible), (progress) -> {
				if (progress.kind() == Progress.Kind.COMPLETED) {
					this.heights.remove(this.heights.size() - 1);
					compare(progress.step().revision(), this.heights.get(this.heights.size() - 1));
				}
			});
		}
		catch (MigrationException ex) {
			return ex.problem();
		}
		return (reversible < history.size()) ? history.get(reversible) + ": " + history.get(reversible).undo().reason()
				: null;
	}

	private Fingerprint fingerprint() {
		try {
			return this.database.fingerprint();
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot read what is in the database", ex);
		}
	}

	/** What was different one step before is not told again. */
	private void compare(Revision revision, Fingerprint before) {
		Fingerprint now = fingerprint();
		if (now.equals(before)) {
			return;
		}
		List<String> missing = before.without(now).stream().filter((line) -> this.known.add("-" + line)).toList();
		List<String> surplus = now.without(before).stream().filter((line) -> this.known.add("+" + line)).toList();
		if (!missing.isEmpty() || !surplus.isEmpty()) {
			this.differences.add(new WalkReport.Difference(revision, missing, surplus));
		}
	}

}
