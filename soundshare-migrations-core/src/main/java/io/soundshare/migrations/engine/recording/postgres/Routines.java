package io.soundshare.migrations.engine.recording.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/**
 * Whose routines are called.
 */
final class Routines {

	private static final String THEIRS = """
			SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_proc p WHERE p.proname = ANY(?) AND p.oid >= 16384
				AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend e WHERE e.classid = 1255 AND e.objid = p.oid
					AND e.deptype = 'e'))""";

	private Routines() {
	}

	/**
	 * Whether any of the names is that of a routine that came with neither PostgreSQL nor
	 * an extension.
	 */
	static boolean isAnyTheirs(Statements statements, Set<String> names) throws SQLException {
		PreparedStatement query = statements.prepared(THEIRS);
		query.setArray(1, statements.array("name", names.toArray()));
		try (ResultSet row = query.executeQuery()) {
			row.next();
			return row.getBoolean(1);
		}
	}

}
