package io.soundshare.migrations.engine.recording.sqlite;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import io.soundshare.migrations.engine.recording.Recorder;
import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.RecordingPolicy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A database with a connection that change sets are recorded on, and others that undo
 * them.
 */
final class RecordedDatabase implements AutoCloseable {

	static final RecordingPolicy POLICY = new RecordingPolicy(Set.of("databasechangelog", "databasechangeloglock"),
			"SSM_KEPT_", true, 1000, 1_000_000);

	private final String url;

	private final RecordingPolicy policy;

	private final Connection connection;

	private final Recorder recorder;

	private long journalId;

	RecordedDatabase(Path file, String parameters, RecordingPolicy policy) throws SQLException {
		this.url = "jdbc:sqlite:" + file + parameters;
		this.policy = policy;
		this.connection = DriverManager.getConnection(this.url);
		this.connection.setAutoCommit(false);
		this.recorder = new SqliteUndo().recorder(this.connection, policy);
	}

	Connection connection() {
		return this.connection;
	}

	Recorder recorder() {
		return this.recorder;
	}

	/** Run statements nobody records. */
	RecordedDatabase with(String... statements) throws SQLException {
		for (String sql : statements) {
			run(this.connection, sql);
		}
		this.connection.commit();
		return this;
	}

	/** Run statements as a change set. */
	Recording record(String... statements) throws SQLException {
		begin();
		for (String sql : statements) {
			execute(sql);
		}
		return end();
	}

	/** Prove that a change set changes something, and that nothing is left of it. */
	Recording undoes(String... statements) throws SQLException {
		List<String> before = content();
		Recording recording = record(statements);
		assertThat(content()).isNotEqualTo(before);
		undo(recording);
		assertThat(content()).isEqualTo(before);
		return recording;
	}

	void begin() throws SQLException {
		this.recorder.begin(++this.journalId);
	}

	void execute(String sql) throws SQLException {
		this.recorder.willExecute(sql);
		run(this.connection, sql);
	}

	Recording end() throws SQLException {
		Recording recording = this.recorder.end();
		assertThat(query(this.connection, "SELECT name FROM sqlite_temp_master WHERE name LIKE 'ssm%'")).isEmpty();
		this.connection.commit();
		return recording;
	}

	void undo(Recording recording) throws SQLException {
		assertThat(recording.obstacle()).isNull();
		SqliteUndo undo = new SqliteUndo();
		try (Connection fresh = DriverManager.getConnection(this.url)) {
			fresh.setAutoCommit(false);
			List<String> pragmas = pragmas(fresh);
			undo.prepare(fresh);
			try {
				for (int i = recording.entries().size() - 1; i >= 0; i--) {
					run(fresh, recording.entries().get(i).sql());
				}
				undo.verify(fresh);
				for (Recording.Kept kept : recording.kept()) {
					run(fresh, "DROP TABLE " + Names.quote(kept.name()));
				}
				fresh.commit();
			}
			finally {
				fresh.rollback();
				undo.finish(fresh);
			}
			assertThat(pragmas(fresh)).isEqualTo(pragmas);
		}
	}

	private static List<String> pragmas(Connection connection) throws SQLException {
		List<String> values = new ArrayList<>();
		for (String name : List.of("foreign_keys", "legacy_alter_table", "recursive_triggers")) {
			values.addAll(query(connection, "PRAGMA " + name));
		}
		return values;
	}

	/** Everything there is, value by value and bit by bit. */
	List<String> content() throws SQLException {
		List<String> content = new ArrayList<>();
		try (Connection fresh = DriverManager.getConnection(this.url)) {
			content.addAll(query(fresh, "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL"
					+ " AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'SSM_KEPT%' ORDER BY type, name"));
			content.addAll(query(fresh, "PRAGMA user_version"));
			for (String table : query(fresh,
					"SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')"
							+ " AND name NOT LIKE 'SSM_KEPT%' AND name NOT LIKE 'sqlite_schema' ORDER BY name")) {
				String name = table.substring(1);
				// SQLite keeps its own table once it has made it.
				if (!name.equals("sqlite_sequence")) {
					content.add("rows of " + name);
				}
				content.addAll(query(fresh,
						"SELECT " + ((hasRowid(fresh, name)) ? "_rowid_, " : "") + "* FROM " + Names.quote(name))
					.stream()
					.sorted()
					.toList());
			}
		}
		return content;
	}

	private static boolean hasRowid(Connection connection, String table) throws SQLException {
		return !table.equals("sqlite_sequence") && query(connection,
				"SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = " + Names.literal(table))
			.equals(List.of("i0"));
	}

	static void run(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new SQLException(ex.getMessage() + " in: " + sql, ex);
		}
	}

	static List<String> query(Connection connection, String sql) throws SQLException {
		List<String> rows = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			while (result.next()) {
				List<String> values = new ArrayList<>();
				for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
					values.add(value(result, i));
				}
				rows.add(String.join("|", values));
			}
		}
		return rows;
	}

	private static String value(ResultSet row, int column) throws SQLException {
		Object value = row.getObject(column);
		if (value instanceof String text) {
			byte[] bytes = row.getBytes(column);
			boolean plain = text.getBytes(StandardCharsets.UTF_8).length == bytes.length && text.indexOf('\uFFFD') < 0;
			return "t" + ((plain) ? text : HexFormat.of().formatHex(bytes));
		}
		if (value instanceof byte[] bytes) {
			return "b" + HexFormat.of().formatHex(bytes);
		}
		if (value instanceof Double real) {
			return "r" + real + " " + Long.toHexString(Double.doubleToRawLongBits(real));
		}
		return (value != null) ? "i" + value : "n";
	}

	@Override
	public void close() throws SQLException {
		this.connection.rollback();
		this.connection.close();
	}

}
