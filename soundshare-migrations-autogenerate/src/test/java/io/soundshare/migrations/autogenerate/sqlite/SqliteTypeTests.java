package io.soundshare.migrations.autogenerate.sqlite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.autogenerate.database.Changes;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import liquibase.change.ColumnConfig;
import liquibase.change.core.CreateTableChange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SqliteTypeTests {

	private static final List<String> TYPES = List.of("", "integer", "INT", "int2", "int8", "tinyint", "smallint",
			"mediumint", "bigint", "bigint(20)", "int(11)", "unsigned big int", "text", "clob", "varchar",
			"varchar(255)", "VARCHAR ( 255 )", "varchar2(30)", "character(20)", "character varying(255)",
			"varying character(255)", "char", "char(1)", "nchar(55)", "nvarchar(100)", "native character(70)",
			"longtext", "blob", "binary", "varbinary(16)", "binary(255)", "bytea", "real", "double", "double precision",
			"float", "float(10)", "number", "number(10)", "number(10,2)", "numeric", "numeric(10,2)", "numeric(21,0)",
			"decimal", "decimal(10,5)", "decimal(10)", "boolean", "bool", "bit", "bit(1)", "date", "datetime",
			"timestamp", "timestamp(6)", "timestamp_utc", "time", "time(6)", "uuid", "json", "jsonb", "any", "money",
			"currency", "xml", "enum", "serial", "bigserial", "oid", "interval", "\"my type\"", "[sehr gut]", "größe",
			"point", "string", "long", "short", "geometry(4)", "foo(1, 2)", "longvarchar", "text(100)", "long varchar",
			"mediumtext", "tinytext");

	@Test
	void spellsEachTypeSoThatLiquibaseMakesItAgain() throws Exception {
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
			List<String> columns = new ArrayList<>();
			for (int i = 0; i < TYPES.size(); i++) {
				columns.add("c" + i + " " + TYPES.get(i));
			}
			Changes.sql(connection, "CREATE TABLE a (" + String.join(", ", columns) + ")");
			List<Column> read = columns(connection, "a");
			CreateTableChange create = new CreateTableChange();
			create.setTableName("b");
			read.forEach((column) -> create
				.addColumn(new ColumnConfig().setName(column.name()).setType(column.type().declared())));
			Changes.run(connection, create);
			assertThat(types(connection, "b")).isEqualTo(types(connection, "a"));
		}
	}

	@Test
	void keepsTheAffinityOfEachType() throws Exception {
		for (String type : TYPES) {
			String read = SqliteType.of(type, false).canonical();
			assertThat(SqliteAffinity.of(read)).as(type).isEqualTo(SqliteAffinity.of(type));
		}
	}

	@Test
	void tellsTypesOfOneNameAsOne() {
		assertThat(SqliteType.of("varchar (  255)", false).canonical()).isEqualTo("VARCHAR(255)");
		assertThat(SqliteType.of("Numeric(10,2)", false).canonical()).isEqualTo("NUMBER(10, 2)");
		assertThat(SqliteType.of("timestamp", false).canonical()).isEqualTo("TIMESTAMP");
		assertThat(SqliteType.of("datetime", false).canonical()).isEqualTo("TIMESTAMP");
		assertThat(SqliteType.of("int", false).canonical()).isEqualTo("INTEGER");
		assertThat(SqliteType.of("int", true).canonical()).isEqualTo("INT");
	}

	@Test
	void writesAPointInTimeAsItIsDeclared() {
		assertThat(SqliteType.of("timestamp", false)).isEqualTo(new DeclaredSql("timestamp", "TIMESTAMP"));
		assertThat(SqliteType.of("TIMESTAMP(3)", false)).isEqualTo(new DeclaredSql("TIMESTAMP(3)", "TIMESTAMP(3)"));
		assertThat(SqliteType.of("uuid", false)).isEqualTo(new DeclaredSql("\"`UUID`\"", "UUID"));
	}

	private static List<String> types(Connection connection, String table) throws Exception {
		return columns(connection, table).stream().map((column) -> column.type().canonical()).toList();
	}

	private static List<Column> columns(Connection connection, String table) throws Exception {
		return SupportedSqlite.INSTANCE.schemas()
			.read(connection)
			.tables()
			.stream()
			.filter((each) -> each.name().equals(ObjectName.of(table)))
			.findFirst()
			.orElseThrow()
			.columns();
	}

}
