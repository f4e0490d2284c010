package io.soundshare.migrations.sqlite.snapshot;

import java.util.List;

import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;

/**
 * Writes SQL so that what differs only in white space and comments is the same text.
 */
final class SqlText {

	private SqlText() {
	}

	static String of(String sql) {
		return of(Tokenizer.tokenize(sql));
	}

	static String of(List<Token> tokens) {
		StringBuilder text = new StringBuilder();
		boolean space = false;
		for (Token token : tokens) {
			if (!token.isSignificant()) {
				space = !text.isEmpty();
				continue;
			}
			text.append(space ? " " : "").append(token.text());
			space = false;
		}
		return text.toString();
	}

}
