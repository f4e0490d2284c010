package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Has the rows watched that statements can reach.
 */
final class RowRecorder {

	private final Workbench bench;

	private final ChangeSetLog log;

	private final Schema schema;

	private RowSegment segment;

	private @Nullable Pragmas pragmas;

	/** Whether the triggers of rows that are replaced fire because of this. */
	private boolean recursive;

	RowRecorder(Workbench bench, ChangeSetLog log, Schema schema) {
		this.bench = bench;
		this.log = log;
		this.schema = schema;
		this.segment = new RowSegment(bench, log, schema);
	}

	void will(Command command) throws SQLException {
		Pragmas known = this.pragmas;
		if (known == null) {
			known = Pragmas.read(this.bench.sql());
			this.pragmas = known;
		}
		Reach reach = Reach.of(command, this.schema, known.foreignKeys());
		List<Touch> touches = reach.touches()
			.stream()
			.filter((touch) -> !this.log.isMade(touch.table().name()))
			.toList();
		refuseTemporaryTriggers();
		boolean silent = reach.isReplacing() && !known.recursive() && !touches.isEmpty();
		setRecursive(silent && !reach.isTriggered());
		if (touches.isEmpty()) {
			return;
		}
		if (silent && reach.isTriggered()) {
			copy(touches);
			return;
		}
		for (Touch touch : touches) {
			if (touch.table().isVirtual()) {
				this.segment.copy(touch);
			}
			else {
				this.segment.watch(touch);
			}
		}
		if (known.foreignKeys() && isMismatched(command)) {
			copy(touches);
		}
	}

	/** Watch the tables whose rows go with those of a table that is dropped. */
	void willDrop(Command command) throws SQLException {
		refuseTemporaryTriggers();
		for (Touch touch : Reach.of(command, this.schema, true).touches()) {
			String name = touch.table().name();
			if (!Names.same(name, command.target()) && !this.log.isMade(name)) {
				if (touch.table().isVirtual()) {
					this.segment.copy(touch);
				}
				else {
					this.segment.watch(touch);
				}
			}
		}
	}

	/** Compare tables instead of having them watched. */
	private void copy(List<Touch> touches) throws SQLException {
		if (touches.stream().anyMatch(this.segment::isWatching)) {
			this.segment.close();
			this.segment = new RowSegment(this.bench, this.log, this.schema);
		}
		for (Touch touch : touches) {
			this.segment.copy(touch);
		}
	}

	/**
	 * Whether an insert of one row, which would succeed, fails because of the triggers:
	 * with these SQLite looks for the keys that other tables refer to (sqlite3FkCheck).
	 */
	private boolean isMismatched(Command command) throws SQLException {
		String parent = Names.fold(command.target());
		if (command.kind() != Command.Kind.INSERT || this.schema.objects(SchemaObject::isPlainTable)
			.stream()
			.noneMatch((child) -> child.names().contains("references") && child.names().contains(parent))) {
			return false;
		}
		try {
			this.bench.sql().query("EXPLAIN " + command.sql(), (row) -> "");
			return false;
		}
		catch (SQLException ex) {
			// Whatever else is wrong with it, its author will be told.
			return String.valueOf(ex.getMessage()).contains("foreign key mismatch");
		}
	}

	/** Which of two temporary triggers fires first is up to SQLite. */
	private void refuseTemporaryTriggers() throws SQLException {
		if (this.bench.temporaries().hasTriggers()) {
			throw new ObstacleException("there are temporary triggers");
		}
	}

	/** Some pragma is set. */
	void pragma() throws SQLException {
		setRecursive(false);
		this.pragmas = null;
	}

	/**
	 * Rows that are replaced fire triggers only if triggers are recursive. There are none
	 * but those that log, which write to no table that has any.
	 */
	private void setRecursive(boolean value) throws SQLException {
		if (this.recursive != value) {
			this.bench.sql().run("PRAGMA recursive_triggers = " + ((value) ? "ON" : "OFF"));
			this.recursive = value;
		}
	}

	/** Leave the connection as it was. */
	void restorePragma() throws SQLException {
		setRecursive(false);
	}

	void close() throws SQLException {
		restorePragma();
		this.segment.close();
	}

	/**
	 * What the connection is set to.
	 *
	 * @param foreignKeys whether foreign keys are enforced
	 * @param recursive whether triggers fire triggers, and rows that are replaced do
	 */
	record Pragmas(boolean foreignKeys, boolean recursive) {

		static Pragmas read(Sql sql) throws SQLException {
			return new Pragmas(sql.number("PRAGMA foreign_keys") == 1, sql.number("PRAGMA recursive_triggers") == 1);
		}

	}

}
