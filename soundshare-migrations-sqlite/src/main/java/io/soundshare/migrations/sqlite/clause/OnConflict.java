package io.soundshare.migrations.sqlite.clause;

import java.util.List;

import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import io.soundshare.migrations.sqlite.schema.SchemaSource;
import liquibase.database.Database;

/**
 * What a statement that must not lose rows says against a table's own
 * <a href="https://www.sqlite.org/lang_conflict.html">ON CONFLICT clauses</a>: one that
 * says REPLACE deletes other rows, one that says IGNORE leaves the row out.
 */
public final class OnConflict {

	private OnConflict() {
	}

	/**
	 * {@code OR ABORT} where the table has such clauses, and a space before it. Nowhere
	 * else: it would hold for what triggers do as well.
	 */
	public static String abort(String table, Database database) {
		if (!(database instanceof SchemaSource source)) {
			return "";
		}
		return source.schema()
			.object("table", table)
			.filter((stored) -> hasClause(String.valueOf(stored.sql())))
			.map((stored) -> " OR ABORT")
			.orElse("");
	}

	private static boolean hasClause(String sql) {
		List<Token> tokens = Tokenizer.tokenize(sql).stream().filter(Token::isSignificant).toList();
		for (int i = 1; i < tokens.size(); i++) {
			if (tokens.get(i).is("CONFLICT") && tokens.get(i - 1).is("ON")) {
				return true;
			}
		}
		return false;
	}

}
