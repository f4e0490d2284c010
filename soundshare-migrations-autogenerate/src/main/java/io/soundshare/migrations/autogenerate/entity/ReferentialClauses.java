package io.soundshare.migrations.autogenerate.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import io.soundshare.migrations.autogenerate.model.ForeignKey.Action;
import io.soundshare.migrations.autogenerate.sql.SqlTokens;

/**
 * Clauses that may follow a reference.
 *
 * @param onDelete what a delete does
 * @param onUpdate what an update does
 * @param deferrable whether it may be checked at the end
 * @param initiallyDeferred whether it is
 */
record ReferentialClauses(Action onDelete, Action onUpdate, boolean deferrable, boolean initiallyDeferred) {

	static ReferentialClauses of(String sql) {
		String words = SqlTokens.of(sql)
			.stream()
			.map((token) -> token.text().toUpperCase(Locale.ROOT))
			.collect(Collectors.joining(" ", " ", " "));
		boolean deferred = words.contains(" INITIALLY DEFERRED ");
		boolean deferrable = (deferred || words.contains(" DEFERRABLE ")) && !words.contains(" NOT DEFERRABLE ");
		return new ReferentialClauses(action(words, " ON DELETE "), action(words, " ON UPDATE "), deferrable,
				deferrable && deferred);
	}

	private static Action action(String words, String event) {
		return Arrays.stream(Action.values())
			.filter((action) -> words.contains(event + action.sql() + " "))
			.findFirst()
			.orElse(Action.NO_ACTION);
	}

}
