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

	public Walk(TrialDatabase database, ResourceAccessor resources, String root) {
		this.database = database;
		this.resources = resources;
		this.root = root;
		this.migrations = Migrations.builder(database.dataSource(), root).resources(resources).fixedChangelog().build();
	}

	/** Walk up to head and as far back as it goes. */
	public WalkReport run() throws SQLException {
		up();
		StockRollback stock = StockRollback.of(this.database.dataSource(), this.resources, this.root);
		int revisions = this.heights.size() - 1;
		String obstacle = down();
		return new WalkReport(this.database.product(), revisions, this.heights.size() - 1, this.differences, obstacle,
				stock);
	}

	private void up() throws SQLException {
		int pending = this.migrations.status().pending().size();
		this.heights.add(this.database.fingerprint());
		for (int i = 0; i < pending; i++) {
			if (!this.migrations.upgrade(Target.forward(1)).isEmpty()) {
				this.heights.add(this.database.fingerprint());
			}
		}
	}

	private @Nullable String down() throws SQLException {
		for (Revision revision : this.migrations.status().history()) {
			if (!revision.reversible()) {
				return revision + " is irreversible: " + revision.irreversibleChanges();
			}
			try {
				this.migrations.downgrade(Target.back(1));
			}
			catch (MigrationException ex) {
				return revision + ": " + ex.problem();
			}
			this.heights.remove(this.heights.size() - 1);
			compare(revision, this.heights.get(this.heights.size() - 1));
		}
		return null;
	}

	/** What was different one step before is not told again. */
	private void compare(Revision revision, Fingerprint before) throws SQLException {
		Fingerprint now = this.database.fingerprint();
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
