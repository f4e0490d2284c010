package io.soundshare.migrations.sqlite.sqlgenerator;

import io.soundshare.migrations.sqlite.value.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * The {@code where} of a changelog in SQLite's words.
 */
final class Conditions {

	private Conditions() {
	}

	/** The condition; what cannot be translated stays, and SQLite says what is wrong. */
	static @Nullable String of(@Nullable String where) {
		return (where != null) ? SqlExpression.of(where).sql() : null;
	}

}
