package io.soundshare.migrations.autogenerate.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.autogenerate.database.Rows;
import io.soundshare.migrations.autogenerate.model.NamedType;
import io.soundshare.migrations.autogenerate.model.ObjectName;

/**
 * PostgreSQL's types of named enums and structures: Hibernate has columns of them, and no
 * change of Liquibase makes one.
 */
final class NamedTypes {

	private NamedTypes() {
	}

	/**
	 * Find what is missing.
	 * @param connection the database
	 * @param types all types there are to be
	 * @return those that are not there
	 * @throws SQLException if the database cannot be read
	 */
	static List<NamedType> missing(Connection connection, List<NamedType> types) throws SQLException {
		List<NamedType> missing = new ArrayList<>();
		try (PreparedStatement query = connection.prepareStatement("SELECT to_regtype(?) IS NULL")) {
			for (NamedType type : types) {
				query.setString(1, type.written());
				try (ResultSet row = query.executeQuery()) {
					row.next();
					if (row.getBoolean(1)) {
						missing.add(type);
					}
				}
			}
		}
		return missing;
	}

	/**
	 * Read the enums there are.
	 * @param connection the database
	 * @return the values of each, in their order
	 * @throws SQLException if the database cannot be read
	 */
	static Map<ObjectName, List<String>> labels(Connection connection) throws SQLException {
		Map<ObjectName, List<String>> labels = new LinkedHashMap<>();
		Rows.query(connection, """
				SELECT NULLIF(n.nspname, current_schema()) AS schema, t.typname, e.enumlabel
				FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid JOIN pg_namespace n ON n.oid = t.typnamespace
				ORDER BY n.nspname, t.typname, e.enumsortorder
				""",
				(row) -> labels
					.computeIfAbsent(new ObjectName(row.getString("schema"), row.getString("typname")),
							(name) -> new ArrayList<>())
					.add(row.getString("enumlabel")));
		return labels;
	}

}
