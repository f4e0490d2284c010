package io.soundshare.migrations.autogenerate.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.soundshare.migrations.autogenerate.sql.SqlTokens;
import io.soundshare.migrations.sqlite.ddl.Token;

/**
 * A token of a column's definition, or a parenthesis with all that is in it.
 *
 * @param text as written
 * @param start where it starts
 * @param end where it ends
 */
record DefinitionToken(String text, int start, int end) {

	static List<DefinitionToken> of(String sql) {
		List<DefinitionToken> pieces = new ArrayList<>();
		int depth = 0;
		int first = 0;
		for (Token token : SqlTokens.of(sql)) {
			first = (depth == 0) ? token.start() : first;
			depth += token.is("(") ? 1 : (token.is(")") && depth > 0) ? -1 : 0;
			if (depth == 0) {
				pieces.add(new DefinitionToken(sql.substring(first, token.end()), first, token.end()));
			}
		}
		if (depth > 0) {
			pieces.add(new DefinitionToken(sql.substring(first), first, sql.length()));
		}
		return pieces;
	}

	boolean is(String word) {
		return this.text.equalsIgnoreCase(word);
	}

	String word() {
		return this.text.toUpperCase(Locale.ROOT);
	}

	boolean parenthesis() {
		return this.text.startsWith("(");
	}

	/** The text in the parenthesis. */
	String inside() {
		boolean closed = this.text.endsWith(")");
		return this.text.substring(1, this.text.length() - (closed ? 1 : 0)).strip();
	}

}
