package io.soundshare.migrations.autogenerate.database;

import java.sql.SQLException;
import java.util.List;

import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.Table;
import liquibase.change.ColumnConfig;
import liquibase.change.ConstraintsConfig;
import liquibase.change.core.CreateTableChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Contract of the columns of every product.
 */
public abstract class ColumnContract extends SchemaReading {

	@Test
	void tellsColumnsInTheirOrder() throws SQLException {
		sql("CREATE TABLE song (id bigint NOT NULL, title varchar(255) NOT NULL, lyrics text, price decimal(10,2))");

		Table song = table("song");
		assertThat(song.name()).isEqualTo(ObjectName.of("song"));
		assertThat(song.columns()).extracting(Column::name).containsExactly("id", "title", "lyrics", "price");
		assertThat(song.columns()).extracting(Column::nullable).containsExactly(false, false, true, true);
		assertThat(song.columns()).extracting((column) -> column.type().declared())
			.containsExactly("bigint", "varchar(255)", "text", "decimal(10,2)");
	}

	@Test
	void tellsAColumnOfThePrimaryKeyAsNotNull() throws SQLException {
		sql("CREATE TABLE t (code varchar(9) PRIMARY KEY, x int)");

		assertThat(column("t", "code").nullable()).isFalse();
		assertThat(column("t", "code").identity()).isFalse();
		assertThat(table("t").primaryKey()).isEqualTo(new PrimaryKey("t_pkey", List.of("code")));
	}

	@Test
	void tellsDefaults() throws SQLException {
		sql("CREATE TABLE t (n int DEFAULT 7, m int DEFAULT -1, d decimal(10,2) DEFAULT 0.50, s varchar(9) DEFAULT 'it''s', "
				+ "b boolean DEFAULT true, t timestamp DEFAULT CURRENT_TIMESTAMP, u varchar(9) DEFAULT NULL, v int)");

		assertThat(table("t").columns()).filteredOn((column) -> column.defaultValue() != null)
			.extracting((column) -> column.name() + ":" + column.defaultValue().canonical().toLowerCase())
			.containsExactly("n:7", "m:-1", "d:0.5", "s:'it''s'", "b:" + truth(), "t:current_timestamp");
	}

	protected abstract String truth();

	@ParameterizedTest
	@ValueSource(strings = { "int DEFAULT 0|int DEFAULT '0'", "bigint DEFAULT (0)|bigint DEFAULT 0",
			"decimal(10,2) DEFAULT 1.50|decimal(10,2) DEFAULT '1.5'", "boolean DEFAULT false|boolean DEFAULT FALSE",
			"varchar(9) DEFAULT 'x'|varchar(9) DEFAULT ('x')",
			"timestamp DEFAULT current_timestamp|timestamp DEFAULT CURRENT_TIMESTAMP",
			"int DEFAULT -5|int DEFAULT '-5'", "double precision DEFAULT 1.0|double precision DEFAULT 1" })
	protected void tellsTheSameDefaultInOneWay(String columns) throws SQLException {
		String[] column = columns.split("\\|");
		sql("CREATE TABLE t (a " + column[0] + ", b " + column[1] + ")");

		assertThat(read(column("t", "a"))).isEqualTo(read(column("t", "b")));
	}

	@Test
	void tellsDifferentDefaultsApart() throws SQLException {
		sql("CREATE TABLE t (a int DEFAULT 0, b int DEFAULT 1, c varchar(9) DEFAULT '0', d varchar(9) DEFAULT 'x',"
				+ " e varchar(9) DEFAULT 'X', f varchar(9) DEFAULT '', g varchar(9) DEFAULT ' ')");

		assertThat(table("t").columns()).extracting(SchemaReading::read).doesNotHaveDuplicates();
	}

	@Test
	void tellsTheExpressionOfAGeneratedColumn() throws SQLException {
		sql("CREATE TABLE t (a int, b int GENERATED ALWAYS AS ((a * 2)) STORED)");

		Column generated = column("t", "b");
		assertThat(generated.generatedAs()).isNotNull();
		assertThat(generated.generatedAs().canonical()).isEqualTo("a * 2");
		assertThat(generated.defaultValue()).isNull();
	}

	@Test
	void tellsLiquibasesAutoIncrementAsAnIdentity() throws Exception {
		CreateTableChange create = new CreateTableChange();
		create.setTableName("song");
		create.addColumn(new ColumnConfig().setName("id")
			.setType("bigint")
			.setAutoIncrement(true)
			.setConstraints(new ConstraintsConfig().setPrimaryKey(true).setNullable(false)));
		create.addColumn(new ColumnConfig().setName("title").setType("varchar(255)"));
		Changes.run(this.connection, create);

		Column id = column("song", "id");
		assertThat(id.identity()).isTrue();
		assertThat(id.autoIncrement()).isTrue();
		assertThat(id.defaultValue()).isNull();
		assertThat(read().sequences()).isEmpty();
		assertThat(column("song", "title").identity()).isFalse();
	}

}
