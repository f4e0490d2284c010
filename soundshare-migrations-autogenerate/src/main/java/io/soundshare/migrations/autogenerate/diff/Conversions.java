package io.soundshare.migrations.autogenerate.diff;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Conversions between types, by what becomes of the values.
 */
final class Conversions {

	private static final Map<String, Set<String>> WIDER = Map.of("smallint", Set.of("integer", "bigint", "numeric"),
			"integer", Set.of("bigint", "numeric"), "int", Set.of("bigint", "numeric"), "bigint", Set.of("numeric"),
			"real", Set.of("double precision"));

	private static final Set<String> TEXTS = Set.of("character varying", "varchar", "character", "text", "name");

	private Conversions() {
	}

	/** Whether every value of the one type is one of the other. */
	static boolean isWidening(String from, String to) {
		String source = base(from);
		String target = base(to);
		if (source.equals(target)) {
			List<Integer> before = numbers(from);
			List<Integer> after = numbers(to);
			return after.isEmpty() || (before.size() == after.size()
					&& IntStream.range(0, after.size()).allMatch((i) -> after.get(i) >= before.get(i))
					&& integerDigits(after) >= integerDigits(before));
		}
		return (TEXTS.contains(source) && numbers(to).isEmpty() && target.equals("text"))
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

	/** The type without its length or precision. */
	static String base(String type) {
		return type.replaceAll("\\s*\\([^)]*\\)", "").strip().toLowerCase(Locale.ROOT);
	}

}
