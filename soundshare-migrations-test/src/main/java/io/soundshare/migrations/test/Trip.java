package io.soundshare.migrations.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.model.IrreversibleRevisionException;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.test.data.Contents;
import io.soundshare.migrations.test.data.Differences;
import io.soundshare.migrations.test.data.RowMaker;
import io.soundshare.migrations.test.data.SequenceCheck;
import io.soundshare.migrations.test.data.Tables;

/**
 * One revision up, down and up again, on a clone that is filled with rows.
 */
final class Trip {

	private static final String EDIT_ROLLBACK = "Edit its rollback.";

	private final Bench bench;

	private final Revision revision;

	private final Hooks hooks;

	private final boolean oneWay;

	private final TripReport report;

	Trip(Bench bench, Revision revision, Hooks hooks, boolean oneWay) {
		this.oneWay = oneWay || Hooks.reason(hooks.irreversible, revision) != null;
		this.bench = bench;
		this.revision = revision;
		this.hooks = hooks;
		this.report = new TripReport(revision);
	}

	TripReport run() throws SQLException {
		try {
			this.bench.run(Hooks.works(this.hooks.before, this.revision));
		}
		catch (SQLException ex) {
			this.report.rows("What beforeRevision(\"" + this.revision.id() + "\", …) does is refused:",
					List.of(String.valueOf(ex.getMessage())), "Correct it.");
			return this.report;
		}
		Tables tables;
		Map<String, String> taken;
		Map<String, Long> highest;
		try (Connection connection = this.bench.dataSource().getConnection()) {
			connection.setAutoCommit(false);
			tables = this.bench.tables(connection);
			this.report.notes(new RowMaker(connection, tables, this.bench.engine().schema(connection)).fill());
			connection.commit();
			taken = SequenceCheck.taken(connection, tables);
			highest = SequenceCheck.highest(connection, tables);
			connection.commit();
		}
		Contents before = this.bench.contents(tables);
		if (!up(before)) {
			return this.report;
		}
		sequences(taken, highest);
		Map<String, String> after = this.bench.definitions();
		if (this.oneWay || !down()) {
			return this.report;
		}
		compare(before, this.bench.contents(tables));
		afterDowngrade();
		again(after);
		return this.report;
	}

	private boolean up(Contents before) {
		try {
			this.bench.engine().upgrade(this.revision.key());
			return true;
		}
		catch (MigrationException ex) {
			long rows = before.rows().values().stream().mapToLong(List::size).sum();
			this.report.rows("It can be applied to empty tables, and not with " + rows + " rows in them:",
					List.of(TripReport.reason(ex)),
					"Fill what is missing before it is asked for, or give the tests rows "
							+ "that fit with beforeRevision(\"" + this.revision.id() + "\", …).");
			return false;
		}
	}

	private boolean down() {
		try {
			this.bench.engine().downgrade(this.revision.key());
			this.report.back();
			return true;
		}
		catch (IrreversibleRevisionException ex) {
			this.report.way("There is no way back written in the changelog:", List.of(TripReport.reason(ex)),
					"Write a rollback, or say irreversible(\"" + this.revision.id() + "\", reason).");
		}
		catch (MigrationException ex) {
			this.report.way("It cannot be undone:", List.of(TripReport.reason(ex)), EDIT_ROLLBACK);
		}
		return false;
	}

	private void compare(Contents before, Contents back) {
		List<String> schema = Differences.schema(before.schema(), back.schema());
		if (!schema.isEmpty()) {
			this.report.way("Undone, it leaves a trace in the schema (- as it was, + as it is):", schema,
					EDIT_ROLLBACK);
		}
		if (Hooks.reason(this.hooks.loses, this.revision) != null) {
			return;
		}
		List<String> rows = new ArrayList<>();
		Differences.rows(before, back).values().forEach(rows::addAll);
		if (!rows.isEmpty()) {
			this.report.rows("Up and down again, rows are others (- as they were, + as they are):", rows,
					"Let its rollback bring them back, or say loses(\"" + this.revision.id() + "\", reason).");
		}
	}

	private void afterDowngrade() throws SQLException {
		try {
			this.bench.run(Hooks.works(this.hooks.afterDowngrade, this.revision));
		}
		catch (AssertionError ex) {
			this.report.way("afterDowngrade(\"" + this.revision.id() + "\", …) does not hold:",
					String.valueOf(ex.getMessage()).lines().toList(), EDIT_ROLLBACK);
		}
	}

	private void again(Map<String, String> after) throws SQLException {
		try {
			this.bench.engine().upgrade(this.revision.key());
		}
		catch (MigrationException ex) {
			this.report.way("Once undone, it cannot be applied again:", List.of(TripReport.reason(ex)), EDIT_ROLLBACK);
			return;
		}
		List<String> schema = Differences.schema(after, this.bench.definitions());
		if (!schema.isEmpty()) {
			this.report.way("Applied a second time, it makes another schema (- first, + second):", schema,
					EDIT_ROLLBACK);
		}
	}

	private void sequences(Map<String, String> taken, Map<String, Long> highest) throws SQLException {
		try (Connection connection = this.bench.dataSource().getConnection()) {
			Tables tables = this.bench.tables(connection);
			List<String> wrong = new ArrayList<>();
			SequenceCheck.taken(connection, tables).forEach((table, text) -> {
				if (!taken.containsKey(table)) {
					wrong.add(text);
				}
			});
			Map<String, Long> now = SequenceCheck.highest(connection, tables);
			highest.forEach((table, key) -> {
				boolean there = tables.byName().containsKey(table);
				if (there && now.getOrDefault(table, 0L) < key) {
					wrong.add("the highest key that " + table + " has given out was " + key + " and is "
							+ now.getOrDefault(table, 0L));
				}
			});
			if (!wrong.isEmpty()) {
				this.report.rows("Keys will be given out twice:", wrong, "Let it advance the sequence.");
			}
		}
	}

}
