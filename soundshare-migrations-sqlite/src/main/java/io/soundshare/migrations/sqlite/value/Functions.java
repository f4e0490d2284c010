package io.soundshare.migrations.sqlite.value;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The functions that other databases have under another name than SQLite.
 */
final class Functions {

	private static final Set<String> NOW = Set.of("now", "transaction_timestamp", "statement_timestamp",
			"clock_timestamp", "getdate", "getutcdate", "sysdatetime", "sysutcdatetime", "utc_timestamp");

	private static final Set<String> NOW_WORDS = Set.of("current_timestamp", "current_datetime", "localtimestamp",
			"sysdate", "systimestamp");

	private static final Set<String> UUID = Set.of("gen_random_uuid", "uuid_generate_v4", "uuid_generate_v1", "uuid",
			"random_uuid", "newid", "newsequentialid");

	private static final String RANDOM_UUID = "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4'"
			+ " || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1)"
			+ " || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))";

	private Functions() {
	}

	/**
	 * The current moment.
	 * @param name a name
	 * @param called whether parentheses follow, or nothing else is around
	 * @return the word of SQLite, {@code null} if the name is another one
	 */
	static @Nullable String current(String name, boolean called) {
		String word = name.toLowerCase(Locale.ROOT);
		if (NOW_WORDS.contains(word) || (called && NOW.contains(word))) {
			return "CURRENT_TIMESTAMP";
		}
		if (word.equals("current_date") || (called && word.equals("curdate"))) {
			return "CURRENT_DATE";
		}
		return (word.equals("current_time") || (called && (word.equals("curtime") || word.equals("localtime"))))
				? "CURRENT_TIME" : null;
	}

	/**
	 * A new UUID.
	 * @param name the name of a function without arguments
	 * @return an expression, {@code null} if the name is another one
	 */
	static @Nullable String uuid(String name) {
		return UUID.contains(name.toLowerCase(Locale.ROOT)) ? RANDOM_UUID : null;
	}

	/** Whether an expression is the call of one function, and nothing else. */
	static boolean isCallOf(String function, String sql) {
		List<Token> tokens = Tokenizer.significant(sql);
		if (tokens.size() < 3 || !tokens.get(0).is(function) || !tokens.get(1).is("(")) {
			return false;
		}
		int depth = 0;
		for (int i = 1; i < tokens.size(); i++) {
			depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
			if (depth == 0) {
				return i == tokens.size() - 1;
			}
		}
		return false;
	}

}
