package io.soundshare.migrations.engine.recording.sqlite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Columns that SQLite itself has added to a table and nothing else was done to it: it can
 * drop them again, and the text of the table is the one it was.
 */
final class AddedColumns {

	/** With these SQLite drops no column, or another text comes out. */
	private static final Set<String> HINDRANCES = Set.of("REFERENCES", "UNIQUE", "PRIMARY", "CHECK", "AS");

	private AddedColumns() {
	}

	/** The statements that drop them; none if it is not that simple. */
	static List<String> drop(TablePair pair) {
		SchemaObject now = pair.now();
		List<Column> added = pair.added().toList();
		if (now == null || !pair.alive() || added.isEmpty() || !now.name().equals(pair.was().name())
				|| !isAppended(pair.was().sql(), now.sql(), added)) {
			return List.of();
		}
		List<String> drops = new ArrayList<>();
		for (Column column : added) {
			drops.add("ALTER TABLE " + Names.quote(now.name()) + " DROP COLUMN " + column.quoted());
		}
		Collections.reverse(drops);
		return drops;
	}

	/** SQLite puts a comma, a space and the definition behind the last column. */
	private static boolean isAppended(String before, String after, List<Column> added) {
		int more = after.length() - before.length();
		int at = 0;
		while (at < before.length() && before.charAt(at) == after.charAt(at)) {
			at++;
		}
		// What follows the last column may begin like what has come.
		for (; more > 0 && at > 0 && after.startsWith(before.substring(at), at + more); at--) {
			String middle = after.substring(at, at + more);
			if (middle.startsWith(", ") && isSimple(middle, added.get(0))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isSimple(String definitions, Column first) {
		List<Token> tokens = Lexer.tokens(definitions);
		return !definitions.contains("--") && !definitions.contains("/*") && tokens.stream()
			.noneMatch((token) -> token.kind() == Token.Kind.WORD && HINDRANCES.contains(Names.upper(token.text())))
				&& tokens.size() > 1 && Names.same(tokens.get(1).text(), first.name());
	}

}
