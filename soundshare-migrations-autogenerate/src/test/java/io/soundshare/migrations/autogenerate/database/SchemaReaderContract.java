package io.soundshare.migrations.autogenerate.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import io.soundshare.migrations.autogenerate.SupportedProducts;
import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.ForeignKey.Action;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Contract of the schema of every product.
 */
public abstract class SchemaReaderContract extends ColumnContract {

	@Test
	void tellsNothingOfAnEmptyDatabase() throws SQLException {
		assertThat(read()).isEqualTo(Schema.EMPTY);
	}

	@Test
	void isTheReaderOfTheProductTheDriverNames() throws SQLException {
		assertThat(SupportedProducts.of(this.connection.getMetaData().getDatabaseProductName())).isEqualTo(product());
	}

	@Test
	void tellsATableWithoutAnything() throws SQLException {
		sql("CREATE TABLE log (line varchar(10))");

		Table log = table("log");
		assertThat(log.primaryKey()).isNull();
		assertThat(log.comment()).isNull();
		assertThat(log.uniques()).isEmpty();
		assertThat(log.foreignKeys()).isEmpty();
		assertThat(log.checks()).isEmpty();
		assertThat(log.indexes()).isEmpty();
		Column line = log.columns().get(0);
		assertThat(line).isEqualTo(new Column("line", line.type(), true, null, null, false, false, null, null));
	}

	@Test
	void tellsAPrimaryKeyInItsOwnOrder() throws SQLException {
		sql("CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT pk_t PRIMARY KEY (b, a))");

		assertThat(table("t").primaryKey()).isEqualTo(new PrimaryKey("pk_t", List.of("b", "a")));
		assertThat(table("t").indexes()).isEmpty();
	}

	@Test
	void tellsUniqueConstraintsAndWhetherSomebodyNamedThem() throws SQLException {
		sql("CREATE TABLE t (a int UNIQUE, b int, c int, CONSTRAINT uq_t UNIQUE (c, b), UNIQUE (b, c))");

		assertThat(table("t").uniques()).containsExactlyInAnyOrder(
				new UniqueConstraint("uq_t", true, List.of("c", "b")),
				new UniqueConstraint("t_a_key", false, List.of("a")),
				new UniqueConstraint("t_b_c_key", false, List.of("b", "c")));
		assertThat(table("t").indexes()).isEmpty();
	}

	@Test
	void tellsForeignKeysWithAllTheyDo() throws SQLException {
		sql("CREATE TABLE p (a int, b int, PRIMARY KEY (a, b))", "CREATE TABLE s (id int PRIMARY KEY, parent int, "
				+ "CONSTRAINT fk_parent FOREIGN KEY (parent) REFERENCES s (id) ON DELETE SET NULL ON UPDATE CASCADE)",
				"CREATE TABLE c (x int, y int REFERENCES s (id) ON DELETE SET DEFAULT ON UPDATE RESTRICT, "
						+ "z int REFERENCES s ON DELETE RESTRICT, "
						+ "FOREIGN KEY (y, x) REFERENCES p (b, a) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED)");

		assertThat(table("s").foreignKeys()).containsExactly(new ForeignKey("fk_parent", true, List.of("parent"),
				ObjectName.of("s"), List.of("id"), Action.SET_NULL, Action.CASCADE, false, false));
		assertThat(table("c").foreignKeys()).containsExactlyInAnyOrder(
				new ForeignKey("c_y_fkey", false, List.of("y"), ObjectName.of("s"), List.of("id"), Action.SET_DEFAULT,
						Action.RESTRICT, false, false),
				new ForeignKey("c_z_fkey", false, List.of("z"), ObjectName.of("s"), List.of("id"), Action.RESTRICT,
						Action.NO_ACTION, false, false),
				new ForeignKey("c_y_x_fkey", false, List.of("y", "x"), ObjectName.of("p"), List.of("b", "a"),
						Action.CASCADE, Action.NO_ACTION, true, true));
	}

	@Test
	void tellsTheKeyAForeignKeyRefersToWithoutNamingIt() throws SQLException {
		sql("CREATE TABLE p (a int, b int, PRIMARY KEY (b, a))",
				"CREATE TABLE c (x int, y int, FOREIGN KEY (x, y) REFERENCES p)");

		assertThat(table("c").foreignKeys()).singleElement()
			.extracting(ForeignKey::referencedColumns)
			.isEqualTo(List.of("b", "a"));
	}

	@Test
	void tellsChecksWithoutTheirParentheses() throws SQLException {
		sql("CREATE TABLE t (a int CHECK (a > 0), b int, CONSTRAINT ck_sum CHECK ((a + b) < 100))");

		List<CheckConstraint> checks = table("t").checks();
		assertThat(checks).extracting((check) -> check.expression().canonical())
			.containsExactlyInAnyOrder("a > 0", "(a + b) < 100");
		assertThat(checks).filteredOn(CheckConstraint::explicit)
			.extracting(CheckConstraint::name)
			.containsExactly("ck_sum");
	}

	@Test
	void tellsAListOfValuesInOneWay() throws SQLException {
		sql("CREATE TABLE t (a varchar(9) CHECK (a IN ('x', 'it''s')), b varchar(9))",
				"CREATE TABLE u (a varchar(9) CHECK (((a) in ('x','it''s'))))");

		assertThat(table("t").checks().get(0).expression().canonical())
			.isEqualTo(table("u").checks().get(0).expression().canonical());
	}

	@Test
	void tellsACheckThatIsMadeFromItsOwnWordsInThoseWords() throws SQLException {
		sql("CREATE TABLE t (a varchar(9), b int, CHECK (a IN ('x', 'y') AND (b BETWEEN 1 AND 5 OR b IS NULL)"
				+ " AND lower(a) <> 'z'))");
		CheckConstraint check = table("t").checks().get(0);

		sql("CREATE TABLE u (a varchar(9), b int, CHECK (" + check.expression().declared() + "))");

		assertThat(table("u").checks().get(0).expression().canonical()).isEqualTo(check.expression().canonical());
	}

	@Test
	void tellsIndexesOverColumns() throws SQLException {
		sql("CREATE TABLE t (a int, b int, c varchar(9), UNIQUE (a))", "CREATE INDEX ix_ab ON t (b DESC, a)",
				"CREATE UNIQUE INDEX ux_c ON t (c)", "CREATE INDEX ix_part ON t (a) WHERE a > 5",
				"CREATE INDEX ix_expr ON t (lower(c))");

		assertThat(table("t").indexes()).containsExactlyInAnyOrder(
				new Index("ix_ab", true, false, List.of(new Index.Part("b", true), new Index.Part("a", false))),
				new Index("ux_c", true, true, List.of(new Index.Part("c", false))));
	}

	@Test
	void tellsNamesAsTheyAre() throws SQLException {
		String[] names = { "order", "Sehr Gut", "größe", "a\"b", "it's", "MixedCase", "100%", "a.b", "select", "a,b",
				"(x)", "naïve 🎵" };
		for (String name : names) {
			String quoted = '"' + name.replace("\"", "\"\"") + '"';
			String constraint = '"' + ("c " + name).replace("\"", "\"\"") + '"';
			String index = '"' + ("i " + name).replace("\"", "\"\"") + '"';
			sql("CREATE TABLE " + quoted + " (" + quoted + " int PRIMARY KEY, x int CONSTRAINT " + constraint
					+ " REFERENCES " + quoted + " (" + quoted + "), CHECK (" + quoted + " > 0))",
					"CREATE INDEX " + index + " ON " + quoted + " (x, " + quoted + ")");
		}

		assertThat(read().tables()).extracting((table) -> table.name().name()).containsExactlyInAnyOrder(names);
		for (Table table : read().tables()) {
			String name = table.name().name();
			assertThat(table.columns().get(0).name()).isEqualTo(name);
			assertThat(table.primaryKey().columns()).containsExactly(name);
			assertThat(table.foreignKeys().get(0).name()).isEqualTo("c " + name);
			assertThat(table.foreignKeys().get(0).referencedTable()).isEqualTo(table.name());
			assertThat(table.foreignKeys().get(0).referencedColumns()).containsExactly(name);
			assertThat(table.indexes().get(0).name()).isEqualTo("i " + name);
			assertThat(table.indexes().get(0).columns()).containsExactly("x", name);
			assertThat(table.checks()).hasSize(1);
		}
	}

	@Test
	void tellsNothingOfViews() throws SQLException {
		sql("CREATE TABLE t (a int)", "CREATE VIEW v AS SELECT a FROM t");

		assertThat(read().tables()).extracting((table) -> table.name().name()).containsExactly("t");
	}

	@Test
	void readsTwoHundredTablesQuickly() throws SQLException {
		this.connection.setAutoCommit(false);
		for (int i = 0; i < 200; i++) {
			sql("CREATE TABLE t" + i
					+ " (id int PRIMARY KEY, a varchar(255) NOT NULL UNIQUE, b decimal(10,2) DEFAULT 0,"
					+ " c timestamp, d text, e int CHECK (e > 0), f int REFERENCES t" + Math.max(0, i - 1) + " (id))",
					"CREATE INDEX ix" + i + " ON t" + i + " (c, b DESC)");
		}
		this.connection.commit();
		read();

		long start = System.nanoTime();
		assertThat(read().tables()).hasSize(200).allMatch((table) -> table.indexes().size() == 1);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
	}

	@Test
	void leavesTheConnectionAsItIs() throws SQLException {
		this.connection.setAutoCommit(false);
		sql("CREATE TABLE t (a int)");

		assertThat(read().tables()).hasSize(1);

		assertThat(this.connection.getAutoCommit()).isFalse();
		this.connection.rollback();
		assertThat(read().tables()).isEmpty();
	}

	@Test
	void failsAsTheDriverDoes() throws SQLException {
		this.connection.close();

		assertThatThrownBy(this::read).isInstanceOf(SQLException.class);
	}

}
