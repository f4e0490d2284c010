package io.soundshare.migrations.autogenerate.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.autogenerate.database.Rows;
import io.soundshare.migrations.autogenerate.model.Index;

/**
 * The indexes of all tables of a PostgreSQL database, but for those that serve a
 * constraint, and those a changelog cannot describe: partial ones, those over an
 * expression, with an operator class or a collation of their own, and those that are no
 * B-tree.
 */
final class PostgresIndexes {

	private static final String INDEXES = PostgresSchemaReader.TABLES
			+ """
					SELECT i.indrelid, c.relname AS name, listed.relname AS "table", i.indisunique, ARRAY(
						SELECT a.attname::text FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(number, place)
						JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
						WHERE k.place <= i.indnkeyatts ORDER BY k.place) AS columns, ARRAY(
						SELECT (o.option & 1)::text FROM unnest(i.indoption::int2[]) WITH ORDINALITY o(option, place)
						ORDER BY o.place) AS descending
					FROM pg_index i JOIN listed ON listed.oid = i.indrelid JOIN pg_class c ON c.oid = i.indexrelid
					JOIN pg_am m ON m.oid = c.relam
					WHERE i.indpred IS NULL AND i.indexprs IS NULL AND m.amname = 'btree'
					AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
					AND NOT EXISTS (SELECT 1 FROM unnest(i.indclass::oid[]) s(oid) JOIN pg_opclass p ON p.oid = s.oid
						WHERE NOT p.opcdefault)
					AND NOT EXISTS (SELECT 1 FROM unnest(i.indkey::int2[], i.indcollation::oid[]) s(number, oid)
						JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = s.number
						WHERE s.oid <> 0 AND s.oid <> a.attcollation)
					ORDER BY i.indrelid, c.relname
					""";

	private PostgresIndexes() {
	}

	static Map<Long, List<Index>> read(Connection connection) throws SQLException {
		return Rows.group(connection, INDEXES, PostgresIndexes::index);
	}

	private static Index index(ResultSet row) throws SQLException {
		List<String> columns = Rows.strings(row, "columns");
		List<String> descending = Rows.strings(row, "descending");
		List<Index.Part> parts = new ArrayList<>();
		for (int i = 0; i < columns.size(); i++) {
			parts.add(new Index.Part(columns.get(i), descending.get(i).equals("1")));
		}
		String name = row.getString("name");
		boolean implied = ImpliedPostgresNames.implied(name, row.getString("table"), columns, "idx");
		return new Index(name, !implied, row.getBoolean("indisunique"), parts);
	}

}
