package io.soundshare.migrations.autogenerate.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.autogenerate.database.DefinitionReader;
import io.soundshare.migrations.autogenerate.database.Obstacle;
import io.soundshare.migrations.autogenerate.database.Rows;
import io.soundshare.migrations.autogenerate.model.Definition;
import io.soundshare.migrations.autogenerate.model.Definition.Kind;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.postgres.PostgresDependencies.Made;
import io.soundshare.migrations.autogenerate.postgres.PostgresDependencies.Node;
import org.jspecify.annotations.Nullable;

/**
 * Reader of the statements that make a PostgreSQL database (12 and later), as its
 * catalogue tells them. What belongs to an extension comes with it. Owners and privileges
 * are not told.
 */
final class PostgresDefinitions implements DefinitionReader {

	@Override
	public List<Definition> read(Connection connection) throws SQLException {
		List<Made> made = new ArrayList<>();
		for (Kind kind : Kind.values()) {
			String query = DefinitionQueries.of(kind);
			if (!query.isEmpty()) {
				made.addAll(Rows.query(connection, query, (row) -> made(kind, row)));
			}
		}
		return PostgresDependencies.read(connection).order(made);
	}

	@Override
	public List<Obstacle> obstacles(Connection connection) throws SQLException {
		return Obstacles.read(connection);
	}

	private static Made made(Kind kind, ResultSet row) throws SQLException {
		String table = row.getString("table");
		String create = row.getString("create").strip();
		if (create.endsWith(";")) {
			create = create.substring(0, create.length() - 1);
		}
		return new Made(new Node(row.getLong("class"), row.getLong("oid")), kind, name(row, "schema", "name"),
				(table != null) ? name(row, "tableschema", "table") : null, create, row.getString("drop"),
				canonical(kind, create, row.getString("canonical")));
	}

	/** Of a text PostgreSQL keeps as it was every character counts. */
	private static String canonical(Kind kind, String create, @Nullable String canonical) {
		if (canonical != null) {
			return canonical;
		}
		return switch (kind) {
			case FUNCTION, SEQUENCE, EXTENSION, OWNER, TABLE_COMMENT, COMMENT -> create;
			default -> PostgresExpression.canonical(create);
		};
	}

	private static ObjectName name(ResultSet row, String schema, String name) throws SQLException {
		return new ObjectName(row.getString(schema), row.getString(name));
	}

}
