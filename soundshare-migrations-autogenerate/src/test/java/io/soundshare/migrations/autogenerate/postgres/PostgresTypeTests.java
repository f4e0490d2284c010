package io.soundshare.migrations.autogenerate.postgres;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.database.Changes;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import liquibase.change.AddColumnConfig;
import liquibase.change.ColumnConfig;
import liquibase.change.core.AddColumnChange;
import liquibase.change.core.CreateTableChange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("server")
class PostgresTypeTests {

	private static final List<String> BUILT_IN = List.of("smallint", "integer", "bigint", "numeric", "numeric(10)",
			"numeric(10,2)", "numeric(1000,500)", "real", "double precision", "money", "boolean", "text", "varchar",
			"varchar(255)", "varchar(1)", "varchar(10485760)", "char", "char(20)", "bpchar", "\"char\"", "name",
			"bytea", "date", "time", "time(0)", "time(3)", "timetz", "timetz(3)", "timestamp", "timestamp(0)",
			"timestamp(3)", "timestamp(6)", "timestamptz", "timestamptz(0)", "timestamptz(6)", "interval",
			"interval(3)", "interval year", "interval month", "interval day", "interval hour", "interval minute",
			"interval second", "interval second(2)", "interval year to month", "interval day to hour",
			"interval day to minute", "interval day to second", "interval day to second(4)", "interval hour to minute",
			"interval hour to second(0)", "interval minute to second", "bit", "bit(1)", "bit(8)", "varbit", "varbit(8)",
			"uuid", "xml", "json", "jsonb", "jsonpath", "inet", "cidr", "macaddr", "macaddr8", "point", "line", "lseg",
			"box", "path", "polygon", "circle", "tsvector", "tsquery", "oid", "xid", "xid8", "cid", "tid", "regclass",
			"regtype", "regproc", "pg_lsn", "pg_snapshot", "txid_snapshot", "refcursor", "int2vector", "oidvector",
			"int4range", "int8range", "numrange", "tsrange", "tstzrange", "daterange", "int4multirange",
			"datemultirange");

	private static final List<String> OWN = List.of("mood", "\"Mood\"", "\"sehr gut\"", "\"größe\"", "\"order\"",
			"currency", "number", "uuid2", "interval2", "positive", "\"Positive\"", "other.mood", "other.\"Mood\"",
			"\"My Schema\".mood", "pair", "\"a\"\"b\"", "\"with.dot\"", "\"with(paren)\"", "floats");

	@Test
	void spellsEachTypeSoThatLiquibaseMakesItAgain() throws Exception {
		try (Connection connection = PostgresServer.database().getConnection()) {
			Changes.sql(connection, "CREATE SCHEMA other", "CREATE SCHEMA \"My Schema\"",
					"CREATE DOMAIN positive AS int CHECK (VALUE > 0)", "CREATE DOMAIN \"Positive\" AS numeric(5,1)",
					"CREATE TYPE pair AS (a int, b text)", "CREATE TYPE floats AS RANGE (subtype = float8)");
			for (String name : OWN) {
				if (!List.of("positive", "\"Positive\"", "pair", "floats").contains(name)) {
					Changes.sql(connection, "CREATE TYPE " + name + " AS ENUM ('sad', 'happy')");
				}
			}
			List<String> types = Stream.concat(BUILT_IN.stream(), OWN.stream())
				.flatMap((type) -> Stream.of(type, type + "[]"))
				.toList();
			List<String> columns = new ArrayList<>();
			for (int i = 0; i < types.size(); i++) {
				columns.add("c" + i + " " + types.get(i));
			}
			Changes.sql(connection, "CREATE TABLE a (" + String.join(", ", columns) + ")");
			List<Column> read = columns(connection, "a");

			CreateTableChange create = new CreateTableChange();
			create.setTableName("b");
			read.forEach((column) -> create
				.addColumn(new ColumnConfig().setName(column.name()).setType(column.type().declared())));
			CreateTableChange other = new CreateTableChange();
			other.setTableName("c");
			other.addColumn(new ColumnConfig().setName("id").setType("int"));
			AddColumnChange add = new AddColumnChange();
			add.setTableName("c");
			read.forEach((column) -> {
				AddColumnConfig config = new AddColumnConfig();
				config.setName(column.name());
				config.setType(column.type().declared());
				add.addColumn(config);
			});
			Changes.run(connection, create, other, add);

			assertThat(columns(connection, "b")).isEqualTo(read);
			assertThat(columns(connection, "c").subList(1, read.size() + 1)).isEqualTo(read);
		}
	}

	private static List<Column> columns(Connection connection, String table) throws Exception {
		return SupportedPostgres.INSTANCE.schemas()
			.read(connection)
			.tables()
			.stream()
			.filter((each) -> each.name().equals(ObjectName.of(table)))
			.findFirst()
			.orElseThrow()
			.columns();
	}

}
