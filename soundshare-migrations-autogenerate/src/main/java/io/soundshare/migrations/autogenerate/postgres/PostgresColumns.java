package io.soundshare.migrations.autogenerate.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.autogenerate.database.Rows;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import org.jspecify.annotations.Nullable;

/**
 * The columns of all tables of a PostgreSQL database. A {@code serial} column is an
 * identity: its default, the next value of a sequence it owns, is none.
 */
final class PostgresColumns {

	private static final String COLUMNS = PostgresSchemaReader.TABLES
			+ """
					SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull,
						t.typname, tn.nspname AS typeschema, pg_type_is_visible(t.oid) AS visible,
						a.attidentity <> '' AS identity, a.attgenerated::text AS generated,
						pg_get_expr(d.adbin, d.adrelid) AS expression, col_description(a.attrelid, a.attnum) AS comment,
						CASE WHEN a.attcollation <> t.typcollation THEN CASE WHEN pg_collation_is_visible(l.oid) THEN ''
							ELSE quote_ident(ln.nspname) || '.' END || '"' || replace(l.collname, '"', '""') || '"' END AS collation,
						EXISTS (SELECT 1 FROM pg_depend o WHERE o.classid = 'pg_class'::regclass AND o.deptype = 'a'
							AND o.refclassid = 'pg_class'::regclass AND o.refobjid = a.attrelid AND o.refobjsubid = a.attnum
							AND %s) AS serial
					FROM pg_attribute a JOIN listed ON listed.oid = a.attrelid
					JOIN pg_type t ON t.oid = a.atttypid JOIN pg_namespace tn ON tn.oid = t.typnamespace
					LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
					LEFT JOIN pg_collation l ON l.oid = a.attcollation LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
					WHERE a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attrelid, a.attnum
					"""
				.formatted(CatalogSql.usesSequence("o.objid"));

	private PostgresColumns() {
	}

	static Map<Long, List<Column>> read(Connection connection) throws SQLException {
		return Rows.group(connection, COLUMNS, PostgresColumns::column);
	}

	private static Column column(ResultSet row) throws SQLException {
		String type = row.getString("type");
		String schema = row.getString("typeschema");
		PostgresType read = new PostgresType(type, schema, row.getString("typname"), row.getBoolean("visible"));
		boolean identity = row.getBoolean("identity") || row.getBoolean("serial");
		String expression = row.getString("expression");
		String generated = row.getString("generated");
		DeclaredSql defaultValue = null;
		DeclaredSql generatedAs = null;
		if (!generated.isEmpty()) {
			generatedAs = PostgresExpression.declared(expression);
		}
		else if (expression != null && !identity) {
			defaultValue = PostgresDefault.of(expression, type);
		}
		return new Column(row.getString("attname"), new DeclaredSql(read.written(), type),
				!row.getBoolean("attnotnull"), defaultValue, generatedAs, identity, identity,
				declared(row.getString("comment")), declared(row.getString("collation")));
	}

	private static @Nullable DeclaredSql declared(@Nullable String text) {
		return (text != null) ? DeclaredSql.of(text) : null;
	}

}
