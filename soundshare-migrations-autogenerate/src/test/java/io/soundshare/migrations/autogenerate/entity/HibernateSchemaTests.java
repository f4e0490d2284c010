package io.soundshare.migrations.autogenerate.entity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.postgres.SupportedPostgres;
import org.hibernate.cfg.SchemaToolingSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Schema that is read: the one Hibernate itself creates, where it does.
 */
@Tag("server")
class HibernateSchemaTests {

	private static final String COLUMNS = """
			SELECT n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
				a.attidentity <> '', a.attgenerated <> '', d.adbin IS NOT NULL AND a.attgenerated = '',
				col_description(c.oid, a.attnum)
			FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
			LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
			WHERE c.relkind = 'r' AND a.attnum > 0 AND n.nspname NOT IN ('pg_catalog', 'information_schema')
			""";

	private static final String CONSTRAINTS = """
			SELECT n.nspname, c.relname, x.contype, coalesce(f.relname, ''), x.confdeltype, x.confupdtype, x.condeferrable,
				(SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM unnest(x.conkey) WITH ORDINALITY k(attnum, n)
					JOIN pg_attribute a ON a.attrelid = x.conrelid AND a.attnum = k.attnum),
				(SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM unnest(x.confkey) WITH ORDINALITY k(attnum, n)
					JOIN pg_attribute a ON a.attrelid = x.confrelid AND a.attnum = k.attnum)
			FROM pg_constraint x JOIN pg_class c ON c.oid = x.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
			LEFT JOIN pg_class f ON f.oid = x.confrelid
			WHERE x.contype IN ('p', 'u', 'f', 'c') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
			""";

	private static final String INDEXES = """
			SELECT schemaname, tablename, indexname FROM pg_indexes i
			WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND indexdef NOT LIKE '%WHERE%'
				AND indexdef NOT LIKE '%lower(%'
				AND NOT EXISTS (SELECT 1 FROM pg_constraint x WHERE x.conname = i.indexname)
			""";

	private static final String SEQUENCES = """
			SELECT schemaname, sequencename, start_value, increment_by FROM pg_sequences
			WHERE NOT EXISTS (SELECT 1 FROM pg_depend d JOIN pg_class c ON c.oid = d.objid
				WHERE c.relname = sequencename AND d.deptype = 'i' AND d.refobjsubid > 0)
			""";

	/** It creates schema public, too, and does not double the quotes of a comment. */
	private static final Set<Feature> BROKEN = Set.of(Feature.COMMENTS, Feature.SCHEMAS, Feature.DEFAULT_SCHEMA);

	private final LiquibaseTypes types = new LiquibaseTypes(SupportedPostgres.INSTANCE);

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "DESCENDING_UNIQUES", "MISTAKES" })
	void wantsWhatHibernateCreates(Feature feature) throws SQLException {
		DataSource database = TestDatabases.postgresql();
		Map<String, Object> create = new HashMap<>();
		create.put(SchemaToolingSettings.HBM2DDL_AUTO, "create-only");
		create.put(SchemaToolingSettings.JAKARTA_HBM2DDL_CREATE_SCHEMAS, "true");
		create.put(SchemaToolingSettings.HBM2DDL_HALT_ON_ERROR, !BROKEN.contains(feature));
		try (MappedEntities entities = feature.boot(database, create)) {
			Schema schema = EntitySchemaReader.read(entities, SupportedPostgres.INSTANCE);
			try (Connection connection = database.getConnection()) {
				columns(schema, connection);
				assertThat(constraints(schema)).containsExactlyElementsOf(constraints(connection));
				assertThat(others(schema)).containsExactlyElementsOf(others(connection));
			}
		}
	}

	private void columns(Schema schema, Connection connection) throws SQLException {
		Map<String, String> wanted = new TreeMap<>();
		Map<String, String> types = new HashMap<>();
		for (Table table : schema.tables()) {
			for (Column column : table.columns()) {
				String name = name(table) + "." + column.name();
				types.put(name, this.types.translate(column.type().declared()));
				wanted.put(name, String.format("%s %s %s %s", !column.nullable(), column.identity(),
						column.generatedAs() != null, column.defaultValue() != null));
			}
		}
		Map<String, String> created = new TreeMap<>();
		for (List<String> row : rows(connection, COLUMNS)) {
			String name = String.join(".", row.subList(0, 3));
			created.put(name, String.join(" ", row.subList(4, 8)).replace("t", "true").replace("f", "false"));
			assertThat(types).containsKey(name);
			assertThat(SupportedPostgres.INSTANCE.sameType(row.get(3), types.get(name)))
				.as("%s: %s is %s", name, row.get(3), types.get(name))
				.isTrue();
		}
		assertThat(wanted).isEqualTo(created);
	}

	private static List<String> constraints(Schema schema) {
		List<String> lines = new ArrayList<>();
		for (Table table : schema.tables()) {
			String name = name(table);
			if (table.primaryKey() != null) {
				// createTable makes the key in the order of the columns.
				lines.add(name + " p "
						+ table.columns()
							.stream()
							.map(Column::name)
							.filter(table.primaryKey().columns()::contains)
							.toList());
			}
			table.uniques().forEach((unique) -> lines.add(name + " u " + sorted(unique.columns())));
			table.foreignKeys()
				.forEach((key) -> lines.add(name + " f " + pairs(key.columns(), key.referencedColumns()) + " "
						+ key.referencedTable().name() + " " + key.onDelete() + " " + key.onUpdate() + " "
						+ key.deferrable()));
			table.checks().forEach((check) -> lines.add(name + " c"));
		}
		return lines.stream().sorted().toList();
	}

	private static List<String> constraints(Connection connection) throws SQLException {
		Map<String, String> actions = Map.of("a", "NO_ACTION", "r", "RESTRICT", "c", "CASCADE", "n", "SET_NULL", "d",
				"SET_DEFAULT");
		List<String> lines = new ArrayList<>();
		for (List<String> row : rows(connection, CONSTRAINTS)) {
			String name = row.get(0) + "." + row.get(1) + " " + row.get(2);
			List<String> columns = List.of(row.get(7).split(","));
			String line = switch (row.get(2)) {
				case "c" -> name;
				case "p" -> name + " " + columns;
				case "f" -> name + " " + pairs(columns, List.of(row.get(8).split(","))) + " " + row.get(3) + " "
						+ actions.get(row.get(4)) + " " + actions.get(row.get(5)) + " " + row.get(6).equals("t");
				default -> name + " " + sorted(columns);
			};
			lines.add(line);
		}
		return lines.stream().sorted().toList();
	}

	private static List<String> others(Schema schema) {
		List<String> lines = new ArrayList<>();
		schema.tables()
			.forEach((table) -> table.indexes()
				.forEach((index) -> lines.add("index " + name(table) + (index.explicit() ? " " + index.name() : ""))));
		schema.sequences()
			.forEach((sequence) -> lines.add(String.format(Locale.ROOT, "sequence %s.%s %d %d",
					(sequence.name().schema() != null) ? sequence.name().schema() : "public", sequence.name().name(),
					sequence.start(), sequence.increment())));
		return lines.stream().sorted().toList();
	}

	private static List<String> others(Connection connection) throws SQLException {
		List<String> lines = new ArrayList<>();
		for (List<String> row : rows(connection, INDEXES)) {
			lines
				.add("index " + row.get(0) + "." + row.get(1) + (row.get(2).startsWith("idx") ? "" : " " + row.get(2)));
		}
		for (List<String> row : rows(connection, SEQUENCES)) {
			lines.add("sequence " + row.get(0) + "." + row.get(1) + " " + row.get(2) + " " + row.get(3));
		}
		return lines.stream().sorted().toList();
	}

	private static String name(Table table) {
		return ((table.name().schema() != null) ? table.name().schema() : "public") + "." + table.name().name();
	}

	private static String sorted(List<String> columns) {
		return new TreeSet<>(columns).toString();
	}

	private static String pairs(List<String> columns, List<String> referenced) {
		Map<String, String> pairs = new TreeMap<>();
		for (int index = 0; index < columns.size(); index++) {
			pairs.put(columns.get(index), referenced.get(index));
		}
		return pairs.toString();
	}

	private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
		List<List<String>> rows = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			while (result.next()) {
				List<String> row = new ArrayList<>();
				for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
					row.add(String.valueOf(result.getString(column)));
				}
				rows.add(row);
			}
		}
		return rows.stream().collect(Collectors.toList());
	}

}
