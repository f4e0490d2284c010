package io.soundshare.migrations.sqlite.statement;

import java.util.List;

import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;

/**
 * SQL texts as Liquibase takes them from a generator.
 */
public final class Statements {

	private Statements() {
	}

	public static Sql[] of(List<String> statements) {
		return statements.stream().map(UnparsedSql::new).toArray(Sql[]::new);
	}

}
