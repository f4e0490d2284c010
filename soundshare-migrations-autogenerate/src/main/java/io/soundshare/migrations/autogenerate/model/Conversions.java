package io.soundshare.migrations.autogenerate.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Conversions between types, by what becomes of the values. The names are those of the
 * SQL standard, which every product has, and {@code text}.
 */
public final class Conversions {

	private static final Map<String, Set<String>> WIDER = Map.of("smallint", Set.of("integer", "bigint", "numeric"),
			"integer", Set.of("bigint", "numeric"), "int", Set.of("bigint", "numeric"), "bigint", Set.of("numeric"),
			"real", Set.of("double precision"));

	/** The last is PostgreSQL's alone. */
	private static final Set<String> TEXTS = Set.of("character varying", "varchar", "character", "text", "name");

	private Conversions() {
	}

	/**
	 * Tell whether every value of one type is one of another.
	 * @param from the text of a type
	 * @param to the text of the other
	 * @return {@code false} if a value may not fit, or becomes one of another kind
	 */
	public static boolean isWidening(String from, String to) {
		String source = base(from);
		String target = base(to);
		if (source.equals(target)) {
			List<Integer> before = numbers(from);
			List<Integer> after = numbers(to);
			return after.isEmpty() || (before.size() == after.size()
					&& IntStream.range(0, after.size()).allMatch((i) -> after.get(i) >= before.get(i))
					&& integerDigits(after) >= integerDigits(before));
		}
		return (isText(source) && numbers(to).isEmpty() && target.equals("text"))
				|| WIDER.getOrDefault(source, Set.of()).contains(target);
	}

	private static int integerDigits(List<Integer> numbers) {
		return (numbers.size() == 2) ? numbers.get(0) - numbers.get(1) : 0;
	}

	private static List<Integer> numbers(String type) {
		return Pattern.compile("\\d+")
			.matcher(type.replaceAll("^[^(]*", ""))
			.results()
			.map((match) -> Integer.valueOf(match.group()))
			.toList();
	}

	/**
	 * Tell whether a type is one of texts.
	 * @param base the type without its length
	 * @return whether it is
	 */
	public static boolean isText(String base) {
		return TEXTS.contains(base);
	}

	/**
	 * Return a type without its length or precision.
	 * @param type the text of the type
	 * @return what is before and behind the brackets, in lower case
	 */
	public static String base(String type) {
		return type.replaceAll("\\s*\\([^)]*\\)", "").strip().toLowerCase(Locale.ROOT);
	}

}
