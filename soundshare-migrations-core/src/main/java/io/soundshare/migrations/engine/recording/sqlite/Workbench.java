package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The connection, and what is known of its database.
 *
 * @param sql runs SQL
 * @param schemas reads the schema
 * @param tables reads tables
 * @param temporaries knows what is temporary
 */
record Workbench(Sql sql, SchemaReader schemas, TableReader tables, TemporaryObjects temporaries) {

	/** What the names of everything temporary begin with. */
	static final String PREFIX = "ssm_undo_";

	private static final String TEMPORARY = "SELECT type, name FROM temp.sqlite_master WHERE name LIKE 'ssm\\_undo\\_%'"
			+ " ESCAPE '\\' AND type IN ('table', 'trigger') ORDER BY type DESC";

	Literals literals() throws SQLException {
		return new Literals(this.sql.texts("PRAGMA encoding").get(0));
	}

	/** Drop what is left of an earlier recording, or of this one. */
	void sweep() throws SQLException {
		List<String> drops = new ArrayList<>(this.sql.query(TEMPORARY,
				(row) -> "DROP " + Names.upper(row.getString(1)) + " temp." + Names.quote(row.getString(2))));
		if (!drops.isEmpty()) {
			this.sql.run(String.join(";\n", drops));
		}
	}

	@Nullable Long sequence(String table) throws SQLException {
		List<Long> numbers = this.sql.query("SELECT seq FROM main.sqlite_sequence WHERE name = " + Names.literal(table),
				(row) -> row.getLong(1));
		return (numbers.isEmpty()) ? null : numbers.get(0);
	}

}
