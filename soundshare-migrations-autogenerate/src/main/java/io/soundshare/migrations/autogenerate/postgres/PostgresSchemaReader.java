package io.soundshare.migrations.autogenerate.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.autogenerate.database.Rows;
import io.soundshare.migrations.autogenerate.database.SchemaReader;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Sequence;
import io.soundshare.migrations.autogenerate.model.Table;

/**
 * Reader of the catalogue of PostgreSQL (12 and later), with one query for each kind of
 * object. The schema that is current for the connection has no name. Not told of: what
 * belongs to an extension, temporary tables, partitions (their parent is a table),
 * exclusion constraints, and indexes that a changelog's {@code createIndex} cannot
 * describe.
 */
final class PostgresSchemaReader implements SchemaReader {

	/** The beginning of each query: the tables that are told of. */
	static final String TABLES = """
			WITH listed AS (SELECT c.oid, n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND %1$s)
			"""
		.formatted(CatalogSql.USER_CLASS);

	@Override
	public Schema read(Connection connection) throws SQLException {
		Map<Long, List<Column>> columns = PostgresColumns.read(connection);
		Map<Long, List<PostgresConstraint>> constraints = PostgresConstraint.read(connection);
		Map<Long, List<Index>> indexes = PostgresIndexes.read(connection);
		List<Table> tables = Rows.query(connection,
				TABLES + """
						SELECT oid, NULLIF(nspname, current_schema()) AS schema, relname, obj_description(oid, 'pg_class') AS comment
						FROM listed ORDER BY nspname, relname
						""",
				(row) -> {
					long id = row.getLong("oid");
					String comment = row.getString("comment");
					ObjectName name = new ObjectName(row.getString("schema"), row.getString("relname"));
					return PostgresConstraint.table(name, columns.getOrDefault(id, List.of()),
							constraints.getOrDefault(id, List.of()), indexes.getOrDefault(id, List.of()),
							(comment != null) ? DeclaredSql.of(comment) : null);
				});
		return new Schema(tables, sequences(connection));
	}

	private static List<Sequence> sequences(Connection connection) throws SQLException {
		return Rows.query(connection,
				"""
						SELECT NULLIF(n.nspname, current_schema()) AS schema, c.relname, s.seqstart, s.seqincrement
						FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
						WHERE %s AND NOT EXISTS (SELECT 1 FROM pg_depend o WHERE o.classid = 'pg_class'::regclass AND o.objid = c.oid
							AND o.refclassid = 'pg_class'::regclass AND (o.deptype = 'i' OR (o.deptype = 'a' AND EXISTS (
								SELECT 1 FROM pg_attrdef d WHERE d.adrelid = o.refobjid AND d.adnum = o.refobjsubid AND %s))))
						ORDER BY n.nspname, c.relname
						"""
					.formatted(CatalogSql.USER_CLASS, CatalogSql.usesSequence("c.oid")),
				(row) -> new Sequence(new ObjectName(row.getString("schema"), row.getString("relname")),
						row.getLong("seqstart"), row.getLong("seqincrement")));
	}

}
