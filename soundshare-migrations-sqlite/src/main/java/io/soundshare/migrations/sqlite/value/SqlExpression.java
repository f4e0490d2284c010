package io.soundshare.migrations.sqlite.value;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.StringLiteral;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * An expression of SQL in the words of any database, in SQLite's words. This is the one
 * place that knows which are translated; docs/sqlite.md lists them.
 *
 * @param sql the expression as SQLite takes it
 * @param refusal why there is no such expression, if there is none
 */
public record SqlExpression(String sql, @Nullable String refusal) {

	private static final Pattern NEXT_VALUE = Pattern.compile("(?i)nextval\\s*\\(\\s*'([^']+)'\\s*"
			+ "(?:::\\s*regclass\\s*)?\\)|next\\s+value\\s+for\\s+([\\w.\"]+)|([\\w.\"]+)\\.nextval");

	/**
	 * The expression somebody wrote.
	 * @param text an expression or a condition
	 * @return the expression for SQLite
	 */
	public static SqlExpression of(String text) {
		String sql = text.strip();
		String current = current(sql);
		return (current != null) ? new SqlExpression(current, null) : new Translation(sql).translate();
	}

	/**
	 * The meaning of a whole text that asks for the current moment, also the name of a
	 * function without its parentheses.
	 * @param text any text
	 * @return the word of SQLite, {@code null} if it asks for something else
	 */
	static @Nullable String current(String text) {
		List<Token> tokens = Tokenizer.significant(text);
		int from = 0;
		int to = tokens.size();
		while (to - from > 2 && tokens.get(from).is("(") && tokens.get(to - 1).is(")")) {
			from++;
			to--;
		}
		boolean called = to - from >= 3 && tokens.get(from + 1).is("(") && tokens.get(to - 1).is(")") && to - from <= 4;
		boolean precision = to - from == 4 && tokens.get(from + 2).kind() == Token.Kind.NUMBER;
		if (to - from != 1 && !(called && (to - from == 3 || precision))) {
			return null;
		}
		return (tokens.get(from).kind() == Token.Kind.WORD) ? Functions.current(tokens.get(from).text(), true) : null;
	}

	/**
	 * The sequence a whole text draws from.
	 * @param text any text
	 * @return its name, {@code null} if the text asks for something else
	 */
	static @Nullable String sequence(String text) {
		Matcher matcher = NEXT_VALUE.matcher(text.strip());
		if (!matcher.matches()) {
			return null;
		}
		for (int i = 1; i <= matcher.groupCount(); i++) {
			if (matcher.group(i) != null) {
				String[] parts = matcher.group(i).split("\\.");
				return Names.unquote(parts[parts.length - 1]);
			}
		}
		return null;
	}

	/**
	 * The current moment as a column holds it that is read by the driver.
	 * @param sql an expression of SQLite
	 * @param kind what the column holds
	 * @return the expression, with the time a day lacks, or the day a time lacks
	 */
	public static String as(String sql, ValueKind kind) {
		String call = sql.toLowerCase(Locale.ROOT);
		boolean day = call.equals("current_date") || Functions.isCallOf("date", sql);
		boolean time = call.equals("current_time") || Functions.isCallOf("time", sql);
		boolean point = call.equals("current_timestamp");
		return switch (kind) {
			case DATE -> day ? "datetime(" + sql + ", 'start of day')" : sql;
			case TIME -> (time || point) ? "'1970-01-01 ' || time(" + sql + ")" : sql;
			case TIMESTAMP -> day ? "datetime(" + sql + ")" : sql;
			default -> sql;
		};
	}

	/**
	 * The text this is a literal of.
	 * @return the text, {@code null} if this is something else
	 */
	@Nullable String text() {
		return StringLiteral.text(this.sql).orElse(null);
	}

}
