package io.soundshare.migrations.engine.recording.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * The search path of a connection, out of the way for as long as definitions are read:
 * what it leads to has no schema in front of its name there.
 */
final class SearchPath {

	private static final String HIDE = "SELECT current_setting('search_path'), current_schema(), set_config('search_path', 'pg_catalog', ?)";

	private static final String RESTORE = "SELECT set_config('search_path', ?, ?)";

	private final Statements statements;

	private final String path;

	private final String schema;

	/** Without a transaction there is nothing that the setting could be local to. */
	private final boolean local;

	private SearchPath(Statements statements, String path, @Nullable String schema, boolean local) {
		this.statements = statements;
		this.path = path;
		this.schema = (schema != null) ? schema : "";
		this.local = local;
	}

	static SearchPath hide(Statements statements) throws SQLException {
		boolean local = !statements.connection().getAutoCommit();
		PreparedStatement hide = statements.prepared(HIDE);
		hide.setBoolean(1, local);
		try (ResultSet row = hide.executeQuery()) {
			row.next();
			return new SearchPath(statements, row.getString(1), row.getString(2), local);
		}
	}

	/**
	 * Restore it after a failure. A transaction is over by that, and its settings with
	 * it.
	 */
	void restore(SQLException failure) {
		if (!this.local) {
			try {
				restore();
			}
			catch (SQLException ex) {
				failure.addSuppressed(ex);
			}
		}
	}

	/** The schema where objects are made that have none in their names. */
	String schema() {
		return this.schema;
	}

	void restore() throws SQLException {
		PreparedStatement restore = this.statements.prepared(RESTORE);
		restore.setString(1, this.path);
		restore.setBoolean(2, this.local);
		restore.execute();
	}

}
