package io.soundshare.migrations.sqlite.sqlgenerator;

import java.util.List;

import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;

/**
 * SQL texts as Liquibase takes them from a generator.
 */
final class Statements {

	private Statements() {
	}

	static Sql[] of(List<String> statements) {
		return statements.stream().map(UnparsedSql::new).toArray(Sql[]::new);
	}

}
