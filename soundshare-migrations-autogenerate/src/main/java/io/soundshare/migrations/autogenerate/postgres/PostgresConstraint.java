package io.soundshare.migrations.autogenerate.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.soundshare.migrations.autogenerate.database.Rows;
import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.ForeignKey.Action;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of PostgreSQL: one of the four, the others {@code null}.
 */
record PostgresConstraint(@Nullable PrimaryKey primaryKey, @Nullable UniqueConstraint unique,
		@Nullable ForeignKey foreignKey, @Nullable CheckConstraint check) {

	/** NOT NULL, a constraint of its own since PostgreSQL 18, is the column's. */
	private static final String CONSTRAINTS = PostgresSchemaReader.TABLES
			+ """
					SELECT k.conrelid, k.conname, k.contype::text AS type, listed.relname AS "table", ARRAY(
						SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(number, place)
						JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number ORDER BY u.place) AS columns,
						NULLIF(n.nspname, current_schema()) AS parentschema, r.relname AS parent, ARRAY(
						SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u(number, place)
						JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number ORDER BY u.place) AS parentcolumns,
						k.confdeltype::text AS ondelete, k.confupdtype::text AS onupdate, k.condeferrable, k.condeferred,
						pg_get_expr(k.conbin, k.conrelid) AS expression
					FROM pg_constraint k JOIN listed ON listed.oid = k.conrelid
					LEFT JOIN pg_class r ON r.oid = k.confrelid LEFT JOIN pg_namespace n ON n.oid = r.relnamespace
					WHERE k.contype IN ('p', 'u', 'f', 'c') AND k.conparentid = 0 ORDER BY k.conrelid, k.conname
					""";

	static Map<Long, List<PostgresConstraint>> read(Connection connection) throws SQLException {
		return Rows.group(connection, CONSTRAINTS, PostgresConstraint::of);
	}

	static Table table(ObjectName name, List<Column> columns, List<PostgresConstraint> constraints, List<Index> indexes,
			@Nullable DeclaredSql comment) {
		return new Table(name, columns,
				constraints.stream()
					.map(PostgresConstraint::primaryKey)
					.filter(Objects::nonNull)
					.findFirst()
					.orElse(null),
				constraints.stream().map(PostgresConstraint::unique).filter(Objects::nonNull).toList(),
				constraints.stream().map(PostgresConstraint::foreignKey).filter(Objects::nonNull).toList(),
				constraints.stream().map(PostgresConstraint::check).filter(Objects::nonNull).toList(), indexes,
				comment);
	}

	private static PostgresConstraint of(ResultSet row) throws SQLException {
		String name = row.getString("conname");
		String table = row.getString("table");
		List<String> columns = Rows.strings(row, "columns");
		return switch (row.getString("type")) {
			case "p" -> new PostgresConstraint(new PrimaryKey(name, columns), null, null, null);
			case "u" -> new PostgresConstraint(null,
					new UniqueConstraint(name, !ImpliedPostgresNames.implied(name, table, columns, "key"), columns),
					null, null);
			case "f" -> new PostgresConstraint(null, null, foreignKey(row, name, table, columns), null);
			default -> new PostgresConstraint(null, null, null, check(row, name, table, columns));
		};
	}

	private static ForeignKey foreignKey(ResultSet row, String name, String table, List<String> columns)
			throws SQLException {
		ObjectName parent = new ObjectName(row.getString("parentschema"), row.getString("parent"));
		return new ForeignKey(name, !ImpliedPostgresNames.implied(name, table, columns, "fkey"), columns, parent,
				Rows.strings(row, "parentcolumns"), action(row.getString("ondelete")),
				action(row.getString("onupdate")), row.getBoolean("condeferrable"), row.getBoolean("condeferred"));
	}

	private static CheckConstraint check(ResultSet row, String name, String table, List<String> columns)
			throws SQLException {
		// The name of a check over several columns has none of them.
		List<String> named = (columns.size() == 1) ? columns : List.of();
		return new CheckConstraint(name, !ImpliedPostgresNames.implied(name, table, named, "check"),
				PostgresExpression.declared(row.getString("expression")));
	}

	private static Action action(String letter) {
		return switch (letter) {
			case "r" -> Action.RESTRICT;
			case "c" -> Action.CASCADE;
			case "n" -> Action.SET_NULL;
			case "d" -> Action.SET_DEFAULT;
			default -> Action.NO_ACTION;
		};
	}

}
