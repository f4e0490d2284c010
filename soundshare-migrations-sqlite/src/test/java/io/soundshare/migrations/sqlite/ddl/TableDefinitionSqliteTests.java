package io.soundshare.migrations.sqlite.ddl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.ddl.Constraint.Kind;
import io.soundshare.migrations.sqlite.ddl.TableFacts.Column;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every definition of {@code tables.sql} is read as SQLite reads it, and SQLite takes
 * every edit of it as it was meant.
 */
class TableDefinitionSqliteTests {

	static Stream<String> tables() throws IOException {
		try (InputStream in = Objects
			.requireNonNull(TableDefinitionSqliteTests.class.getResourceAsStream("tables.sql"))) {
			return Stream.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n%%\n"));
		}
	}

	@ParameterizedTest
	@MethodSource("tables")
	void readsWhatSqliteReads(String sql) {
		EditChecks.readsAsSqlite(sql);
	}

	@ParameterizedTest
	@MethodSource("tables")
	void renames(String sql) {
		EditChecks.of(sql).renames();
	}

	@ParameterizedTest
	@MethodSource("tables")
	void addsAndDropsColumnsAnywhere(String sql) {
		EditChecks.of(sql).addsAndDropsColumnsAnywhere();
	}

	@ParameterizedTest
	@MethodSource("tables")
	void addsAndDropsConstraints(String sql) {
		EditChecks.of(sql).addsAndDropsConstraints();
	}

	@ParameterizedTest
	@MethodSource("tables")
	void changesTypes(String sql) {
		EditChecks.of(sql).changesTypes();
	}

	@ParameterizedTest
	@MethodSource("tables")
	void setsAndDropsNotNull(String sql) {
		EditChecks.of(sql).setsAndDropsNotNull();
	}

	@ParameterizedTest
	@MethodSource("tables")
	void setsAndDropsDefaults(String sql) {
		EditChecks.of(sql).setsAndDropsDefaults();
	}

	@ParameterizedTest
	@MethodSource("tables")
	void dropsEachConstraint(String sql) {
		EditChecks.of(sql).dropsEachConstraint();
	}

	@ParameterizedTest
	@MethodSource("tables")
	void dropsEachColumn(String sql) {
		EditChecks.of(sql).dropsEachColumn();
	}

	@ParameterizedTest
	@MethodSource("tables")
	void setsAutoIncrement(String sql) {
		EditChecks.of(sql).setsAutoIncrement();
	}

	@ParameterizedTest
	@MethodSource("tables")
	void tokensAreTheWholeText(String sql) {
		String joined = Tokenizer.tokenize(sql).stream().map(Token::text).reduce("", String::concat);
		assertThat(joined).isEqualTo(sql);
	}

	@ParameterizedTest
	@MethodSource("tables")
	void isOneStatementOfAScript(String sql) {
		assertThat(SqlStatements.split(sql + "\n;\n" + sql + ";-- end")).hasSize(2);
	}

	/** The edits of one table, each compared with what SQLite makes of it. */
	static final class EditChecks {

		private final TableDefinition table;

		private final TableFacts facts;

		private EditChecks(TableDefinition table, TableFacts facts) {
			this.table = table;
			this.facts = facts;
		}

		/** Creates the table, reads it back, and works on the text that SQLite stores. */
		static EditChecks of(String sql) {
			return Database.inEmptyDatabase((database) -> {
				database.execute(sql);
				TableDefinition table = TableDefinition.parse(database.storedSql());
				return new EditChecks(table, TableFacts.of(database, table.name()));
			});
		}

		static void readsAsSqlite(String sql) {
			EditChecks checks = of(sql);
			assertThat(TableFacts.of(checks.table)).as(sql).isEqualTo(checks.facts);
			assertThat(TableFacts.of(TableDefinition.parse(sql))).as(sql).isEqualTo(checks.facts);
		}

		void renames() {
			for (String name : List.of("plain", "order", "with \"quotes\" and 'more'", "größe 😀", "")) {
				TableDefinition renamed = this.table.edit().unqualified().edit().rename(name);
				assertThat(renamed.name()).isEqualTo(name);
				assertThat(Database.factsOf(renamed)).isEqualTo(this.facts);
			}
		}

		void addsAndDropsColumnsAnywhere() {
			String sql = "\"zz é\" DECIMAL (3, 2) NOT NULL DEFAULT 'x' CHECK (\"zz é\" <> '')";
			Column added = new Column("zz é", "DECIMAL (3, 2)", true, "'x'", 0, 0);
			if (this.table.strict()) {
				sql = sql.replace("DECIMAL (3, 2)", "TEXT");
				added = new Column("zz é", "TEXT", true, "'x'", 0, 0);
			}
			int size = this.table.columns().size();
			for (int i = 0; i <= size; i++) {
				TableDefinition changed = this.table.edit().addColumn(sql, Position.at(i + 1));
				assertThat(Database.factsOf(changed)).as(changed.sql()).isEqualTo(this.facts.withColumn(i, added));
				assertThat(changed.edit().dropColumn("ZZ é").sql()).as(changed.sql()).isEqualTo(this.table.sql());
			}
			assertThat(this.table.edit().addColumn(sql, Position.first()).sql())
				.isEqualTo(this.table.edit().addColumn(sql, Position.before(this.table.columns().get(0).name())).sql());
			assertThat(this.table.edit().addColumn(sql, Position.last()).sql()).isEqualTo(
					this.table.edit().addColumn(sql, Position.after(this.table.columns().get(size - 1).name())).sql());
		}

		void addsAndDropsConstraints() {
			String column = Names.quote(this.table.columns().get(0).name());
			for (String sql : List.of("CHECK (" + column + " <> ')')", "CONSTRAINT \"zz\" UNIQUE (" + column + " DESC)",
					"FOREIGN KEY (" + column + ") REFERENCES \"zz\" (\"x\") ON DELETE CASCADE",
					"CONSTRAINT zz CHECK (1) -- comment")) {
				TableDefinition changed = this.table.edit().addConstraint(sql);
				TableFacts changedFacts = Database.factsOf(changed);
				assertThat(changedFacts.columns()).isEqualTo(this.facts.columns());
				assertThat(TableFacts.of(changed)).isEqualTo(changedFacts);
				Constraint added = changed.tableConstraints().get(changed.tableConstraints().size() - 1);
				assertThat(sql).startsWith(added.sql());
				if (!sql.endsWith("comment") && this.table.tableConstraints().stream().noneMatch(added::equals)) {
					assertThat(changed.edit().drop(added).sql()).isEqualTo(this.table.sql());
				}
			}
		}

		void changesTypes() {
			String type = this.table.strict() ? "INT" : "VARCHAR (30)";
			for (int i = 0; i < this.table.columns().size(); i++) {
				String column = this.table.columns().get(i).name();
				if (this.facts.flags().contains("AUTOINCREMENT") && this.facts.columns().get(i).pk() > 0) {
					continue;
				}
				TableDefinition changed = this.table.edit().setType(column, type);
				assertThat(Database.factsOf(changed)).as(changed.sql()).isEqualTo(TableFacts.of(changed));
				assertThat(changed.columns().get(i).type()).isEqualTo(type);
				assertThat(changed.edit()
					.setType(column, this.table.columns().get(i).type())
					.sql()
					.replace("generated  always", ""))
					.isEqualToIgnoringWhitespace(this.table.sql().replace("generated  always", ""));
			}
		}

		void setsAndDropsNotNull() {
			for (ColumnDefinition column : this.table.columns()) {
				TableDefinition without = this.table.edit().dropNotNull(column.name());
				assertThat(without.column(column.name()).orElseThrow().notNull()).isFalse();
				assertThat(Database.factsOf(without)).as(without.sql()).isEqualTo(TableFacts.of(without));
				TableDefinition with = without.edit().setNotNull(column.name(), "n n");
				assertThat(with.column(column.name()).orElseThrow().notNull()).isTrue();
				assertThat(Database.factsOf(with)).as(with.sql()).isEqualTo(TableFacts.of(with));
				assertThat(with.edit().dropNotNull(column.name()).sql()).isEqualTo(without.sql());
				assertThat(without.edit().setNotNull(column.name(), null).edit().dropNotNull(column.name()).sql())
					.isEqualTo(without.sql());
			}
		}

		void setsAndDropsDefaults() {
			for (ColumnDefinition column : this.table.columns()) {
				if (column.generated()) {
					continue;
				}
				for (String value : List.of("-1", "'it''s'", "(1 + 2)", "CURRENT_TIMESTAMP", "NULL")) {
					TableDefinition set = this.table.edit().setDefault(column.name(), value, null);
					assertThat(set.column(column.name()).orElseThrow().defaultSql()).contains(value);
					assertThat(Database.factsOf(set)).as(set.sql()).isEqualTo(TableFacts.of(set));
				}
				TableDefinition without = this.table.edit().dropDefault(column.name());
				assertThat(Database.factsOf(without)).as(without.sql()).isEqualTo(TableFacts.of(without));
				TableDefinition named = without.edit().setDefault(column.name(), "'x'", "d d");
				assertThat(named.column(column.name()).orElseThrow().constraint(Kind.DEFAULT).orElseThrow().name())
					.isEqualTo("d d");
				assertThat(Database.factsOf(named)).as(named.sql()).isEqualTo(TableFacts.of(named));
				assertThat(named.edit().dropDefault(column.name()).sql()).isEqualTo(without.sql());
			}
		}

		void dropsEachConstraint() {
			for (Constraint constraint : this.table.constraints()) {
				TableDefinition changed = this.table.edit().drop(constraint);
				assertThat(changed.constraints()).as(changed.sql()).hasSize(this.table.constraints().size() - 1);
				if (constraint.kind() == Kind.PRIMARY_KEY && this.table.withoutRowid()) {
					continue;
				}
				if (constraint.kind() == Kind.GENERATED && this.table.columns()
					.stream()
					.allMatch((other) -> other.generated()
							|| Names.same(other.name(), String.valueOf(constraint.column())))) {
					continue;
				}
				assertThat(Database.factsOf(changed)).as(changed.sql()).isEqualTo(TableFacts.of(changed));
			}
		}

		void dropsEachColumn() {
			for (int i = 0; i < this.table.columns().size() && this.table.columns().size() > 1; i++) {
				String column = this.table.columns().get(i).name();
				TableDefinition changed = this.table.edit().dropColumn(column);
				assertThat(changed.columns()).hasSize(this.table.columns().size() - 1);
				assertThat(changed.column(column)).isEmpty();
				boolean needed = this.table.constraints()
					.stream()
					.anyMatch((constraint) -> !column.equals(constraint.column())
							&& constraint.columns().contains(column));
				boolean rest = changed.columns().stream().allMatch(ColumnDefinition::generated);
				boolean key = this.table.withoutRowid() && this.facts.columns().get(i).pk() > 0;
				if (!needed && !rest && !key) {
					assertThat(Database.factsOf(changed)).as(changed.sql()).isEqualTo(TableFacts.of(changed));
				}
			}
		}

		void setsAutoIncrement() {
			List<Column> key = this.facts.columns().stream().filter((column) -> column.pk() > 0).toList();
			if (this.table.withoutRowid() || key.size() > 1) {
				return;
			}
			ColumnDefinition column = key.isEmpty() ? this.table.columns().get(0)
					: this.table.column(key.get(0).name()).orElseThrow();
			if (column.generated()) {
				return;
			}
			TableDefinition changed = this.table.edit().setAutoIncrement(column.name());
			assertThat(changed.rowidAlias()).contains(column.name());
			assertThat(Database.factsOf(changed)).as(changed.sql()).isEqualTo(TableFacts.of(changed));
			assertThat(Database.factsOf(changed).flags()).contains("AUTOINCREMENT", "alias " + column.name());
			assertThat(changed.edit().setAutoIncrement(column.name()).sql()).isEqualTo(changed.sql());
		}

	}

}
