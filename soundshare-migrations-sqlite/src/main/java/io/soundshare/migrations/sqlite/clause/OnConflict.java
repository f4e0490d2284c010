package io.soundshare.migrations.sqlite.clause;

import io.soundshare.migrations.sqlite.ddl.TokenList;
import io.soundshare.migrations.sqlite.schema.SchemaSource;
import liquibase.database.Database;

/**
 * The clause that a statement which must not lose rows says against a table's own
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
			.filter((stored) -> TokenList.of(String.valueOf(stored.sql())).has("ON", "CONFLICT"))
			.map((stored) -> " OR ABORT")
			.orElse("");
	}

}
