package io.soundshare.migrations.sqlite.ddl;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ImpliedNamesTests {

	private static final String LONG = "a_name_that_is_about_as_long_as_names_get_in_databases";

	@Test
	void namesKeysAsPostgresDoes() throws IOException, SQLException {
		String[] tables = { "CREATE TABLE p (id INT PRIMARY KEY, code INT UNIQUE, UNIQUE (id, code))",
				"CREATE TABLE c (a INT REFERENCES p, b INT, PRIMARY KEY (a, b), CONSTRAINT c_b_key UNIQUE (a),"
						+ " UNIQUE (b), FOREIGN KEY (a, b) REFERENCES p (id, code))",
				"CREATE TABLE " + LONG + " (id INT PRIMARY KEY, " + LONG + " INT UNIQUE, b INT UNIQUE)" };
		try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
				Connection connection = postgres.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			for (String table : tables) {
				statement.execute(table);
				TableDefinition definition = TableDefinition.parse(table);
				assertThat(ImpliedNames.of(definition).keySet())
					.containsExactlyInAnyOrderElementsOf(names(statement, definition.name()));
			}
		}
	}

	@Test
	void findsAKeyByItsWrittenOrItsImpliedName() {
		TableDefinition table = TableDefinition
			.parse("CREATE TABLE T (a INT UNIQUE, b INT, CONSTRAINT u UNIQUE (b), CONSTRAINT u UNIQUE (a, b))");
		assertThat(ImpliedNames.find(table, Constraint.Kind.UNIQUE, "U")).map(Constraint::columns)
			.contains(List.of("b"));
		assertThat(ImpliedNames.find(table, Constraint.Kind.UNIQUE, "t_a_key")).map(Constraint::columns)
			.contains(List.of("a"));
		assertThat(ImpliedNames.find(table, Constraint.Kind.UNIQUE, "t_a_b_key")).map(Constraint::columns)
			.contains(List.of("a", "b"));
		assertThat(ImpliedNames.find(table, Constraint.Kind.UNIQUE, "t_b_key")).isEmpty();
		assertThat(ImpliedNames.find(table, Constraint.Kind.FOREIGN_KEY, "u")).isEmpty();
	}

	private static List<String> names(Statement statement, String table) throws SQLException {
		List<String> names = new ArrayList<>();
		try (ResultSet rows = statement
			.executeQuery("SELECT conname FROM pg_constraint WHERE contype IN ('p', 'u', 'f')" + " AND conrelid = '"
					+ table + "'::regclass")) {
			while (rows.next()) {
				names.add(rows.getString(1));
			}
		}
		return names;
	}

}
