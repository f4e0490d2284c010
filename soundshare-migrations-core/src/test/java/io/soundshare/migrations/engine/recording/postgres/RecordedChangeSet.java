package io.soundshare.migrations.engine.recording.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.soundshare.migrations.PostgresTestDatabase;
import io.soundshare.migrations.engine.recording.Recorder;
import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.RecordingPolicy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A database in which a change set is recorded and undone, as its ordinary owner.
 */
final class RecordedChangeSet implements AutoCloseable {

	static final RecordingPolicy POLICY = new RecordingPolicy(Set.of("databasechangelog", "databasechangeloglock"),
			"kept_", true, 1000, 1_000_000);

	private final PostgresUndo undo = new PostgresUndo();

	private final Connection connection;

	private final RecordingPolicy policy;

	private Map<String, String> objects = Map.of();

	private List<String> schema = List.of();

	private List<String> rows = List.of();

	private Recording recording = Recording.NOTHING;

	private Recorder recorder;

	RecordedChangeSet(RecordingPolicy policy, String setup) throws SQLException {
		PostgresTestDatabase database = new PostgresTestDatabase();
		database.run("""
				DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'reader') THEN CREATE ROLE reader;
				END IF; END $$""");
		database.run("CREATE ROLE \"owner of " + database.name() + "\"");
		database.run("GRANT ALL ON DATABASE " + database.name() + " TO \"owner of " + database.name() + "\"");
		database.run("GRANT ALL ON SCHEMA public TO \"owner of " + database.name() + "\"");
		this.connection = database.dataSource().getConnection();
		this.policy = policy;
		this.connection.setAutoCommit(false);
		run("SET ROLE \"owner of " + database.name() + "\"");
		run(setup);
		this.connection.commit();
	}

	static RecordedChangeSet of(String setup) throws SQLException {
		return new RecordedChangeSet(POLICY, setup);
	}

	/** Run statements as a change set does, and record them. */
	RecordedChangeSet apply(String... statements) throws SQLException {
		this.objects = this.undo.objects(this.connection, this.policy);
		this.schema = PostgresSnapshot.objects(this.connection);
		this.rows = PostgresSnapshot.rows(this.connection);
		Recorder recorder = this.undo.recorder(this.connection, this.policy);
		recorder.begin(7);
		for (String sql : statements) {
			recorder.willExecute(sql);
			run(sql);
		}
		this.recording = recorder.end();
		this.connection.commit();
		Map<String, String> present = this.undo.objects(this.connection, this.policy);
		assertThat(present).as("what the recording says of the objects afterwards")
			.containsAllEntriesOf(this.recording.after());
		assertThat(this.objects).as("what the recording says of the objects before")
			.containsAllEntriesOf(this.recording.before());
		return this;
	}

	/** Run statements that are made up as it goes, and record them. */
	Recording record(long journalId, RandomStatements made, int count, List<String> run, List<State> states)
			throws SQLException {
		State state = new State(this.undo.objects(this.connection, this.policy),
				PostgresSnapshot.objects(this.connection), PostgresSnapshot.rows(this.connection), new Recording[1]);
		this.connection.commit();
		if (this.recorder == null) {
			this.recorder = this.undo.recorder(this.connection, this.policy);
		}
		this.recorder.begin(journalId);
		for (int i = 0; i < count; i++) {
			String sql = made.next();
			run.add(sql);
			this.recorder.willExecute(sql);
			run(sql);
		}
		Recording recorded = this.recorder.end();
		this.connection.commit();
		state.recorded()[0] = recorded;
		states.add(state);
		return recorded;
	}

	/** Undo a change set, and prove that nothing of it is left. */
	void revert(State state, String description) throws SQLException {
		this.recording = state.recorded()[0];
		try {
			revert();
		}
		catch (SQLException ex) {
			throw new SQLException(description, ex);
		}
		for (Recording.Kept kept : this.recording.kept()) {
			then("DROP TABLE IF EXISTS " + kept.name());
		}
		assertThat(PostgresSnapshot.rows(this.connection)).as(description).isEqualTo(state.rows());
		assertThat(PostgresSnapshot.objects(this.connection)).as(description).isEqualTo(state.schema());
		assertThat(this.undo.objects(this.connection, this.policy)).as(description).isEqualTo(state.objects());
	}

	/** Run whatever somebody does meanwhile. */
	RecordedChangeSet then(String sql) throws SQLException {
		run(sql);
		this.connection.commit();
		return this;
	}

	Recording recording() {
		return this.recording;
	}

	Connection connection() {
		return this.connection;
	}

	/** Undo it in a transaction. */
	RecordedChangeSet revert() throws SQLException {
		assertThat(this.recording.obstacle()).isNull();
		this.undo.prepare(this.connection);
		for (int i = this.recording.entries().size() - 1; i >= 0; i--) {
			run(this.recording.entries().get(i).sql());
		}
		this.undo.verify(this.connection);
		this.connection.commit();
		this.undo.finish(this.connection);
		return this;
	}

	/** Prove that nothing of the change set is left. */
	void isAsBefore() throws SQLException {
		hasSchemaAsBefore();
		assertThat(PostgresSnapshot.rows(this.connection)).isEqualTo(this.rows);
	}

	void hasSchemaAsBefore() throws SQLException {
		assertThat(this.undo.objects(this.connection, this.policy)).isEqualTo(this.objects);
		assertThat(PostgresSnapshot.objects(this.connection)).isEqualTo(this.schema);
	}

	List<String> rows() throws SQLException {
		return PostgresSnapshot.rows(this.connection);
	}

	private void run(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new SQLException(ex.getMessage() + " in " + sql, ex.getSQLState(), ex);
		}
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

	/**
	 * The state before a change set.
	 *
	 * @param objects the objects as the dialect tells them
	 * @param schema the objects as the catalogue tells them
	 * @param rows the rows
	 * @param recorded what was recorded of the change set
	 */
	record State(Map<String, String> objects, List<String> schema, List<String> rows, Recording[] recorded) {
	}

}
