package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

import io.soundshare.migrations.engine.recording.Recorder;
import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.Recording.Entry;
import io.soundshare.migrations.engine.recording.RecordingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Records change sets, each as segments of statements of a kind: those that change the
 * schema, and those that change rows.
 */
final class SqliteRecorder implements Recorder {

	/** Whoever reads the temporary schema shall not find our triggers in it. */
	private static final Pattern TEMPORARY = Pattern.compile("(?i)sqlite_temp_|\\btemp\\.");

	private final RecordingPolicy policy;

	private final Workbench bench;

	private ChangeSetLog log;

	private @Nullable SchemaSegment schemaSegment;

	private @Nullable RowRecorder rowRecorder;

	private @Nullable String obstacle;

	/** The schema as the last segment has left it. */
	private @Nullable Schema known;

	/** Whether something temporary may be left from what was rolled back. */
	private boolean littered;

	SqliteRecorder(Connection connection, RecordingPolicy policy) {
		Sql sql = new Sql(connection);
		this.policy = policy;
		this.bench = new Workbench(sql, new SchemaReader(sql, policy), new TableReader(sql), new TemporaryObjects(sql));
		this.log = new ChangeSetLog(policy, 0);
	}

	@Override
	public void begin(long journalId) {
		reset(journalId);
	}

	private void reset(long journalId) {
		this.log = new ChangeSetLog(this.policy, journalId);
		this.schemaSegment = null;
		this.rowRecorder = null;
		this.obstacle = null;
		this.known = null;
	}

	@Override
	public void rolledBack() {
		restorePragma();
		this.littered = true;
		this.bench.schemas().forget();
		this.bench.temporaries().forget();
		reset(this.log.journalId());
	}

	private void restorePragma() {
		try {
			if (this.rowRecorder != null) {
				this.rowRecorder.restorePragma();
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void willExecute(String sql) throws SQLException {
		if (this.obstacle != null) {
			return;
		}
		List<Command> commands = CommandParser.commands(sql)
			.stream()
			.filter((command) -> command.kind() != Command.Kind.NOTHING && !this.policy.isOwn(command.target()))
			.toList();
		try {
			if (commands.isEmpty() && TEMPORARY.matcher(sql).find()) {
				closeRows();
			}
			if (commands.size() > 1) {
				Command.refuseMixture(commands);
			}
			for (Command command : commands) {
				will(command);
			}
		}
		catch (ObstacleException ex) {
			stop(ex);
		}
	}

	private void will(Command command) throws SQLException {
		switch (command.kind()) {
			case RENAME_TABLE, RENAME_COLUMN, DROP_COLUMN, ALTER_TABLE, CREATE_TABLE, CREATE_OTHER, DROP_OTHER,
					ANALYZE -> {
				closeRows();
				schemaSegment().will(command);
			}
			case REFUSED -> throw new ObstacleException(command.detail());
			case INSERT, UPDATE, DELETE -> rows(command);
			case SETTING -> setting(command.detail());
			case PRAGMA -> {
				if (this.rowRecorder != null) {
					this.rowRecorder.pragma();
				}
			}
			case DROP_TABLE -> {
				closeRows();
				watchCascade(command);
				schemaSegment().will(command);
			}
			case TEMPORARY -> this.bench.temporaries().forget();
			case NOTHING -> {
				// It was left out.
			}
		}
	}

	private void setting(String name) throws SQLException {
		closeSegment();
		this.log.add(new Entry("PRAGMA " + name + " = " + this.bench.sql().number("PRAGMA main." + name)));
	}

	/**
	 * Where foreign keys are enforced, SQLite deletes the rows of a table before it drops
	 * it, and with them those of other tables.
	 */
	private void watchCascade(Command command) throws SQLException {
		if (this.bench.sql().number("PRAGMA foreign_keys") == 0) {
			return;
		}
		if (Reach.of(command, schema(), true).touches().size() > 1) {
			closeSegment();
			RowRecorder rows = new RowRecorder(this.bench, this.log, schema());
			SchemaSegment next = new SchemaSegment(this.bench, this.log, schema());
			rows.willDrop(command);
			this.rowRecorder = rows;
			this.schemaSegment = next;
		}
	}

	private SchemaSegment schemaSegment() throws SQLException {
		SchemaSegment open = this.schemaSegment;
		if (open == null) {
			closeSegment();
			open = new SchemaSegment(this.bench, this.log, schema());
			this.schemaSegment = open;
		}
		return open;
	}

	private Schema schema() throws SQLException {
		if (this.littered) {
			this.bench.sweep();
			this.littered = false;
		}
		Schema schema = this.known;
		if (schema == null) {
			schema = this.bench.schemas().read();
			this.known = schema;
			this.log.beginsWith(schema);
		}
		return schema;
	}

	private void rows(Command command) throws SQLException {
		String table = Names.fold(command.target());
		if (table.startsWith("sqlite_stat")) {
			return;
		}
		if (table.equals("sqlite_sequence")) {
			closeRows();
			schemaSegment().willCount();
			return;
		}
		if (this.schemaSegment != null) {
			closeRows();
			if (this.schemaSegment.isFree(command)) {
				return;
			}
			closeSegment();
		}
		RowRecorder open = this.rowRecorder;
		if (open == null) {
			open = new RowRecorder(this.bench, this.log, schema());
			this.rowRecorder = open;
		}
		open.will(command);
	}

	private void closeRows() throws SQLException {
		RowRecorder rows = this.rowRecorder;
		this.rowRecorder = null;
		if (rows != null) {
			rows.close();
		}
	}

	private void closeSegment() throws SQLException {
		closeRows();
		SchemaSegment objects = this.schemaSegment;
		this.schemaSegment = null;
		if (objects != null) {
			this.known = objects.close();
		}
	}

	/** Leave nothing behind, and record nothing more. */
	private void stop(ObstacleException reason) throws SQLException {
		RowRecorder rows = this.rowRecorder;
		if (rows != null) {
			rows.restorePragma();
		}
		for (Recording.Kept kept : this.log.kept()) {
			this.bench.sql().run("DROP TABLE IF EXISTS main." + Names.quote(kept.name()));
		}
		this.bench.sweep();
		reset(this.log.journalId());
		this.obstacle = reason.getMessage();
	}

	private Recording recorded() throws SQLException {
		Schema before = this.log.before();
		return (before != null) ? new Summary(this.bench, this.log).recording(before, schema()) : this.log.settings();
	}

	@Override
	public Recording end() throws SQLException {
		try {
			closeSegment();
		}
		catch (ObstacleException ex) {
			stop(ex);
		}
		String reason = this.obstacle;
		Recording recording = (reason != null) ? Recording.impossible(reason) : recorded();
		if (this.littered) {
			this.bench.sweep();
			this.littered = false;
		}
		reset(this.log.journalId());
		return recording;
	}

}
