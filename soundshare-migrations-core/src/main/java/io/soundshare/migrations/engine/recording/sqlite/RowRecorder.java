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

	private final RowSegment segment;

	private @Nullable Pragmas pragmas;

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
		if (touches.isEmpty()) {
			return;
		}
		for (Touch touch : touches) {
			if (touch.table().isVirtual()) {
				throw new ObstacleException("it changes rows of the virtual table " + touch.table().name());
			}
			this.segment.watch(touch);
		}
	}

	/** Some pragma is set. */
	void pragma() {
		this.pragmas = null;
	}

	void restorePragma() {
		// To come.
	}

	void close() throws SQLException {
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
