package io.soundshare.migrations.engine.recording.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.engine.recording.Recorder;
import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.RecordingPolicy;
import io.soundshare.migrations.engine.recording.UndoDialect;
import org.jspecify.annotations.Nullable;

/**
 * Undoes change sets on PostgreSQL.
 */
public final class PostgresUndo implements UndoDialect {

	private static final String PREPARE = """
			SET datestyle TO 'ISO, YMD'; SET intervalstyle TO 'postgres'; SET standard_conforming_strings TO on;
			SET xmloption TO content; SET check_function_bodies TO off; SET extra_float_digits TO 3;
			SET bytea_output TO hex""";

	private static final String FINISH = """
			RESET datestyle; RESET intervalstyle; RESET standard_conforming_strings; RESET xmloption;
			RESET check_function_bodies; RESET extra_float_digits; RESET bytea_output""";

	/** What gives a column kept values, with or without triggers. */
	private static final Pattern UPDATE = Pattern
		.compile("(?s)(?:^|;\n)UPDATE ONLY .*? t SET .*? FROM (.*?)(?:;\nALTER TABLE .*)?$");

	@Override
	public Recorder recorder(Connection connection, RecordingPolicy policy) {
		return new PostgresRecorder(new Statements(connection), policy);
	}

	@Override
	public Map<String, String> objects(Connection connection, RecordingPolicy policy) throws SQLException {
		Statements statements = new Statements(connection);
		CatalogReader reader = new CatalogReader(new Surroundings(statements), policy);
		reader.all();
		statements.end();
		return new Definitions(reader.catalog()).all();
	}

	@Override
	public void prepare(Connection connection) throws SQLException {
		new Statements(connection).run(PREPARE);
		if (!connection.getAutoCommit()) {
			connection.commit();
		}
	}

	@Override
	public void verify(Connection connection) throws SQLException {
		new Statements(connection).run("SET CONSTRAINTS ALL IMMEDIATE");
	}

	@Override
	public void finish(Connection connection) throws SQLException {
		new Statements(connection).run(FINISH);
		if (!connection.getAutoCommit()) {
			connection.commit();
		}
	}

	@Override
	public @Nullable String found(Recording.Entry entry, Recording.Kept kept, String source) {
		Matcher update = UPDATE.matcher(entry.sql());
		return update.find() ? "SELECT count(*) FROM ONLY " + source + " t, " + update.group(1) : null;
	}

	/** Of a value that was converted its conversion back tells whether it was changed. */
	@Override
	public boolean isOverwriting(Recording.Entry entry) {
		return !entry.sql().contains("\"~back ");
	}

	@Override
	public String quoted(String name) {
		return Names.quoted(name);
	}

	/** Of a name with a dot, what is before it is the schema. */
	@Override
	public String quotedTable(String name) {
		int dot = name.indexOf('.');
		return (dot < 0) ? quoted(name) : quoted(name.substring(0, dot)) + "." + quoted(name.substring(dot + 1));
	}

	@Override
	public boolean isTable(Connection connection, String name) throws SQLException {
		try (PreparedStatement query = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
			query.setString(1, quoted(name));
			try (ResultSet rows = query.executeQuery()) {
				return rows.next() && rows.getBoolean(1);
			}
		}
	}

}
