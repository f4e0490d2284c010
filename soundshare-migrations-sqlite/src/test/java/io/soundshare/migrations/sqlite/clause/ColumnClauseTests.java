package io.soundshare.migrations.sqlite.clause;

import io.soundshare.migrations.sqlite.SqliteDatabase;
import liquibase.database.Database;
import liquibase.statement.AutoIncrementConstraint;
import liquibase.statement.ColumnConstraint;
import liquibase.statement.PrimaryKeyConstraint;
import liquibase.statement.core.AddColumnStatement;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ColumnClauseTests {

	private static final Database DATABASE = new SqliteDatabase();

	@Test
	void keepsNameThatHoldsTheType() {
		ColumnClause column = column("a BIGINT", "bigint", new PrimaryKeyConstraint(null),
				new AutoIncrementConstraint("a BIGINT"));
		assertThat(column.sql()).isEqualTo("\"a BIGINT\" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL");
	}

	@Test
	void takesNoLiteralForAConstraint() {
		ColumnClause column = column("a", "text check (a is not null) default 'UNIQUE, PRIMARY KEY'");
		assertThat(column.unique()).isFalse();
		assertThat(column.primaryKey()).isFalse();
		assertThat(column.notNull()).isFalse();
		assertThat(column.hasDefault()).isTrue();
	}

	@Test
	void findsAppendedConstraintsHoweverTheyAreSpaced() {
		ColumnClause column = column("a", "int NOT  NULL /* key */ UNIQUE REFERENCES t(id)");
		assertThat(column.notNull()).isTrue();
		assertThat(column.unique()).isTrue();
		assertThat(column.foreignKey()).isTrue();
	}

	private static ColumnClause column(String name, String type, ColumnConstraint... constraints) {
		return ColumnClause.of(new AddColumnStatement(null, null, "t", name, type, null, null, constraints), DATABASE);
	}

}
