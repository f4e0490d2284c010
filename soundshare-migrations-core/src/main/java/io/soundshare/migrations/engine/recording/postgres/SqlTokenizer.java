package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Cuts SQL into tokens as PostgreSQL does (manual, 4.1), without white space and
 * comments.
 */
final class SqlTokenizer {

	private static final Pattern WORD = Pattern
		.compile("[\\p{L}_\\x{80}-\\x{10FFFF}][\\p{L}\\p{N}_$\\x{80}-\\x{10FFFF}]*");

	private static final Pattern NUMBER = Pattern.compile("[0-9][0-9A-Za-z_.]*");

	private static final Pattern DOLLAR = Pattern
		.compile("\\$(?:[\\p{L}_\\x{80}-\\x{10FFFF}][\\p{L}\\p{N}_\\x{80}-\\x{10FFFF}]*)?\\$");

	private final String sql;

	private final List<SqlToken> tokens = new ArrayList<>();

	private int position;

	private SqlTokenizer(String sql) {
		this.sql = sql;
	}

	static List<SqlToken> tokens(String sql) {
		SqlTokenizer tokenizer = new SqlTokenizer(sql);
		while (tokenizer.position < sql.length()) {
			tokenizer.next();
		}
		return tokenizer.tokens;
	}

	private void next() {
		char first = this.sql.charAt(this.position);
		if (Character.isWhitespace(first)) {
			this.position++;
		}
		else if (this.sql.startsWith("--", this.position)) {
			int end = this.sql.indexOf('\n', this.position);
			this.position = (end < 0) ? this.sql.length() : end;
		}
		else if (this.sql.startsWith("/*", this.position)) {
			comment();
		}
		else if (first == '\'') {
			string(false);
		}
		else if (first == '"') {
			quotedName();
		}
		else {
			String tag = lookingAt(DOLLAR);
			if (tag != null) {
				dollars(tag);
			}
			else {
				wordOrSign(first);
			}
		}
	}

	private void wordOrSign(char first) {
		String word = lookingAt(WORD);
		if (word != null) {
			boolean quote = this.position + word.length() < this.sql.length()
					&& this.sql.charAt(this.position + word.length()) == '\'';
			if (quote && word.length() == 1 && "eEbBxXnN".contains(word)) {
				this.position++;
				string("eE".contains(word));
				return;
			}
			add(SqlToken.Kind.WORD, Names.cut(Names.folded(word)), word.length());
			return;
		}
		String number = Character.isDigit(first) ? lookingAt(NUMBER) : null;
		if (number != null) {
			add(SqlToken.Kind.SIGN, number, number.length());
		}
		else {
			add(SqlToken.Kind.SIGN, String.valueOf(first), 1);
		}
	}

	private void add(SqlToken.Kind kind, String text, int length) {
		this.tokens.add(new SqlToken(kind, text));
		this.position += length;
	}

	private @Nullable String lookingAt(Pattern pattern) {
		Matcher matcher = pattern.matcher(this.sql).region(this.position, this.sql.length());
		return matcher.lookingAt() ? matcher.group() : null;
	}

	/** Comments are nested. */
	private void comment() {
		int depth = 0;
		do {
			if (this.sql.startsWith("/*", this.position)) {
				depth++;
				this.position += 2;
			}
			else if (this.sql.startsWith("*/", this.position)) {
				depth--;
				this.position += 2;
			}
			else {
				this.position++;
			}
		}
		while (depth > 0 && this.position < this.sql.length());
	}

	private void string(boolean escapes) {
		int start = this.position + 1;
		int end = start;
		while (end < this.sql.length()) {
			char next = this.sql.charAt(end);
			if ((escapes && next == '\\') || (next == '\'' && this.sql.startsWith("''", end))) {
				end++;
			}
			else if (next == '\'') {
				break;
			}
			end++;
		}
		end = Math.min(end, this.sql.length());
		add(SqlToken.Kind.STRING, this.sql.substring(start, end).replace("''", "'"), end + 1 - this.position);
	}

	private void quotedName() {
		int start = this.position + 1;
		int end = start;
		while (end < this.sql.length() && (this.sql.charAt(end) != '"' || this.sql.startsWith("\"\"", end))) {
			end += (this.sql.charAt(end) == '"') ? 2 : 1;
		}
		end = Math.min(end, this.sql.length());
		add(SqlToken.Kind.QUOTED, Names.cut(this.sql.substring(start, end).replace("\"\"", "\"")),
				end + 1 - this.position);
	}

	private void dollars(String tag) {
		int start = this.position + tag.length();
		int end = this.sql.indexOf(tag, start);
		int length = ((end < 0) ? this.sql.length() : end + tag.length()) - this.position;
		add(SqlToken.Kind.STRING, this.sql.substring(start, (end < 0) ? this.sql.length() : end), length);
	}

}
