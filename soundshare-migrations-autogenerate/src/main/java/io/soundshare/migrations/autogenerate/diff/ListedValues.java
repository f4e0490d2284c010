package io.soundshare.migrations.autogenerate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import io.soundshare.migrations.autogenerate.sql.SqlTokens;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Token.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Values of a check that does nothing but list those of one column, as the checks of
 * enums do: {@code IN}, {@code =}, {@code = ANY (ARRAY[…])} or a range of whole numbers.
 *
 * @param column the column
 * @param values its values as literals, without casts
 */
public record ListedValues(String column, List<String> values) {

	private static final Set<String> WORDS = Set.of("in", "any", "array");

	private static final Set<String> PUNCTUATION = Set.of("(", ")", "[", "]", ",");

	private static final Pattern COMPARISON = Pattern.compile("[<>=]+");

	private static final Set<String> RANGE = Set.of("between and", ">= and <=");

	/** A range with more values is none of an enum. */
	private static final int MANY = 1000;

	public ListedValues {
		values = List.copyOf(values);
	}

	/**
	 * Read a condition.
	 * @param condition the condition of a check, as written or as a database tells it
	 * @return what it lists, {@code null} if it says anything else
	 */
	public static @Nullable ListedValues of(String condition) {
		String column = null;
		List<String> values = new ArrayList<>();
		List<String> operators = new ArrayList<>();
		List<Token> tokens = SqlTokens.of(condition);
		for (int i = 0; i < tokens.size(); i++) {
			Token token = tokens.get(i);
			String literal = literal(tokens, i);
			String name = (token.kind() == Kind.WORD || token.kind() == Kind.QUOTED) ? Names.unquote(token.text())
					: null;
			if (literal != null && column != null) {
				values.add(literal);
				i += token.is("-") ? 1 : 0;
			}
			else if (name != null && column == null) {
				column = name;
			}
			else if (token.is("between") || token.is("and")) {
				operators.add(token.text().toLowerCase(Locale.ROOT));
			}
			else if (COMPARISON.matcher(token.text()).matches()) {
				operators.add(token.text());
			}
			else if (token.is("::") && SqlTokens.afterCast(tokens, i) > i) {
				i = SqlTokens.afterCast(tokens, i) - 1;
			}
			else if (!PUNCTUATION.contains(token.text())
					&& !(name != null && (WORDS.contains(name.toLowerCase(Locale.ROOT)) || name.equals(column)))) {
				return null;
			}
		}
		return (column != null) ? of(column, values, String.join(" ", operators)) : null;
	}

	/** The text or number here, with the sign it may have. */
	private static @Nullable String literal(List<Token> tokens, int place) {
		Token token = tokens.get(place);
		if (token.is("-") && place + 1 < tokens.size()) {
			Token number = tokens.get(place + 1);
			return (number.kind() == Kind.NUMBER && number.start() == token.end()) ? "-" + number.text() : null;
		}
		return (token.kind() == Kind.STRING || token.kind() == Kind.NUMBER) ? token.text() : null;
	}

	private static @Nullable ListedValues of(String column, List<String> values, String operators) {
		if (operators.isEmpty() || operators.equals("=")) {
			return !values.isEmpty() ? new ListedValues(column, values) : null;
		}
		boolean whole = values.size() == 2 && values.stream().allMatch((value) -> value.matches("-?\\d{1,9}"));
		if (!RANGE.contains(operators) || !whole) {
			return null;
		}
		long from = Long.parseLong(values.get(0));
		long to = Long.parseLong(values.get(1));
		return (from <= to && to - from < MANY)
				? new ListedValues(column, LongStream.rangeClosed(from, to).mapToObj(String::valueOf).toList()) : null;
	}

}
