package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.soundshare.migrations.engine.recording.Recording;

/**
 * The views, triggers and indexes that a recording does not know, since they were made
 * later, or are about other things. SQLite drops those of a table with it, also where it
 * is made again at once, and drops no column while a view or trigger is broken.
 */
final class Bystanders {

	/** In the order in which they are made. */
	private static final List<String> KINDS = List.of("index", "view", "trigger");

	private final Sql sql;

	private final Map<String, String> all = new TreeMap<>();

	private final Map<String, String> aside = new TreeMap<>();

	Bystanders(Connection connection, Map<String, String> objects, Recording recording) {
		this.sql = new Sql(connection);
		objects.forEach((label, text) -> {
			if (KINDS.contains(kind(label)) && !recording.before().containsKey(label)
					&& !recording.after().containsKey(label)) {
				this.all.put(label, text);
			}
		});
		// Such a recording was made where there was no view and no trigger.
		if (recording.entries()
			.stream()
			.anyMatch((entry) -> entry.sql().matches("(?s)ALTER TABLE .* DROP COLUMN .*"))) {
			this.all.forEach((label, text) -> {
				if (!kind(label).equals("index")) {
					this.aside.put(label, text);
				}
			});
		}
	}

	/** Put those aside that would be in the way. */
	void putAside() throws SQLException {
		for (String label : this.aside.keySet()) {
			this.sql.run("DROP " + Names.upper(kind(label)) + " IF EXISTS " + Names.quote(name(label)));
		}
	}

	/** Make those again that have gone, but for those whose table is gone for good. */
	void putBack() throws SQLException {
		List<String> labels = new ArrayList<>(this.all.keySet());
		labels.sort((one, other) -> Integer.compare(KINDS.indexOf(kind(one)), KINDS.indexOf(kind(other))));
		for (String label : labels) {
			String text = String.valueOf(this.all.get(label));
			boolean present = this.sql.number("SELECT count(*) FROM main.sqlite_master WHERE type = "
					+ Names.literal(kind(label)) + " AND name = " + Names.literal(name(label))) > 0;
			if (!present && isPossible(label, text)) {
				this.sql.run(text);
			}
		}
	}

	private boolean isPossible(String label, String text) throws SQLException {
		String owner = owner(text);
		return kind(label).equals("view")
				|| this.sql.number("SELECT count(*) FROM main.sqlite_master WHERE type IN ('table', 'view') AND name = "
						+ Names.literal(owner) + " COLLATE NOCASE") > 0;
	}

	/**
	 * The table of an index or trigger: the name after the first ON outside the names.
	 */
	static String owner(String text) {
		List<Token> tokens = Lexer.tokens(text);
		for (int i = 0; i < tokens.size() - 1; i++) {
			if (tokens.get(i).is("ON")) {
				boolean schema = i + 3 < tokens.size() && tokens.get(i + 2).isSymbol('.');
				return tokens.get(schema ? i + 3 : i + 1).text();
			}
		}
		return "";
	}

	static String kind(String label) {
		return label.substring(0, label.indexOf(' '));
	}

	static String name(String label) {
		return label.substring(label.indexOf(' ') + 1);
	}

}
