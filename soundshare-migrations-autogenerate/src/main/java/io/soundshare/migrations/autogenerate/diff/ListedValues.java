package io.soundshare.migrations.autogenerate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

/**
 * What a check says that does nothing but list the values of one column, as those of
 * enums do: {@code IN}, {@code =}, {@code = ANY (ARRAY[…])} or a range of whole numbers.
 *
 * @param column the column
 * @param values its values as literals, without casts
 */
public record ListedValues(String column, List<String> values) {

	private static final Pattern TOKEN = Pattern.compile(
			"\\s+|[()\\[\\],]|::[a-z ]+(?:\\(\\d+\\))?(?:\\[])?|(?<literal>'(?:[^']|'')*'|-?\\d+(?:\\.\\d+)?(?!\\w))"
					+ "|(?<name>\"(?:[^\"]|\"\")*\"|\\w+)|(?<operator>[<>=]+)|.",
			Pattern.DOTALL);

	private static final Set<String> WORDS = Set.of("in", "any", "array");

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
		Matcher token = TOKEN.matcher(condition);
		while (token.find()) {
			String name = token.group("name");
			if (token.group("literal") != null && column != null) {
				values.add(token.group("literal"));
			}
			else if (name != null && column == null) {
				column = name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
			}
			else if (name != null && (name.equalsIgnoreCase("between") || name.equalsIgnoreCase("and"))) {
				operators.add(name.toLowerCase(Locale.ROOT));
			}
			else if (token.group("operator") != null) {
				operators.add(token.group("operator"));
			}
			else if (!isPunctuation(token.group()) && !(name != null
					&& (WORDS.contains(name.toLowerCase(Locale.ROOT)) || name.replace("\"", "").equals(column)))) {
				return null;
			}
		}
		return (column != null) ? of(column, values, String.join(" ", operators)) : null;
	}

	private static boolean isPunctuation(String token) {
		return token.isBlank() || "()[],".contains(token) || token.startsWith("::");
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
