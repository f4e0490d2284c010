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

}
