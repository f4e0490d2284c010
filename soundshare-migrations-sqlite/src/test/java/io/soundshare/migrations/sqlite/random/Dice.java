package io.soundshare.migrations.sqlite.random;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * All randomness of a sequence, from its one seed; and the names it gives out, of which
 * each holds a core, such as {@code k017}, that is found nowhere else in the database.
 */
final class Dice {

	// Those that a fact's name cannot be mistaken for.
	private static final List<String> KEYWORDS = List.of("order", "group", "select", "from", "to", "values", "where",
			"default", "references", "on", "set", "when", "not", "null", "join", "limit", "add", "case");

	private static final List<String> AROUND = List.of("%s", "%s", "%s", "%s_x", "%s order", "%s-b", "%sé", "группа%s",
			"%s's", "%s \"q\"", "Mixed%s", "%s#");

	private final Random random;

	private final List<String> keywords;

	private int names;

	Dice(long seed) {
		this.random = new Random(seed * 7919 + 17);
		this.keywords = new ArrayList<>(KEYWORDS);
		Collections.shuffle(this.keywords, this.random);
	}

	boolean chance(double probability) {
		return this.random.nextDouble() < probability;
	}

	/** From 0 to one less than the bound. */
	int upTo(int bound) {
		return this.random.nextInt(bound);
	}

	int between(int lowest, int highest) {
		return lowest + this.random.nextInt(highest - lowest + 1);
	}

	@SafeVarargs
	final <T> T of(T... choices) {
		return choices[this.random.nextInt(choices.length)];
	}

	<T> T of(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

	<T> List<T> some(Collection<T> choices, int count) {
		List<T> shuffled = new ArrayList<>(choices);
		Collections.shuffle(shuffled, this.random);
		return shuffled.subList(0, Math.min(count, shuffled.size()));
	}

	/** A name with a core of its own. */
	String name() {
		return of(AROUND).formatted("k%03d".formatted(++this.names));
	}

	/** Sometimes a keyword, each at most once in a database. */
	String anyName() {
		return (!this.keywords.isEmpty() && chance(0.12)) ? this.keywords.remove(0) : name();
	}

	static boolean hasCore(String name) {
		return name.matches("(?s).*k\\d{3}.*");
	}

	/** A name as somebody may write it. */
	String written(String name) {
		if (name.matches("(?:Mixed)?k\\d{3}(?:_x)?") && chance(0.6)) {
			return name;
		}
		if (!name.contains("]") && chance(0.15)) {
			return "[" + name + "]";
		}
		return chance(0.15) ? "`" + name + "`" : '"' + name.replace("\"", "\"\"") + '"';
	}

	String written(List<String> names) {
		return names.stream().map(this::written).collect(java.util.stream.Collectors.joining(", "));
	}

	/** A literal of any storage class, or one a STRICT column of that type takes. */
	String value(String type, boolean strict) {
		if (chance(0.15)) {
			return "NULL";
		}
		String kind = strict ? type.toUpperCase(java.util.Locale.ROOT) : "";
		if (!strict && chance(0.7)) {
			kind = type.contains("INT") ? "INT" : (type.matches(".*(?:CHAR|TEXT|CLOB).*") ? "TEXT"
					: (type.matches("REAL|DEC.*|NUM.*") ? "REAL" : ""));
		}
		return switch (kind) {
			case "INT", "INTEGER" -> integer();
			case "REAL" -> of("0.5", "-2.25", "3.0", "1e300", String.valueOf(upTo(50)), "12.125");
			case "TEXT" -> text();
			case "BLOB" -> blob();
			default -> switch (upTo(5)) {
				case 0 -> integer();
				case 1 -> of("0.5", "1e300", "3.0", "-7.75");
				case 2 -> blob();
				case 3 -> of("'12'", "'1.50'", "'0x10'", "' 7'");
				default -> text();
			};
		};
	}

	private String integer() {
		return chance(0.9) ? String.valueOf(between(-5, 60))
				: of("9223372036854775807", "-9007199254740993", "5000000000");
	}

	private String text() {
		return "'" + of("a", "B", "b ", "x;y", "it''s", "-- no", "/* no */", "ødel", "", "END;", "10", "2020-01-02")
				+ (chance(0.5) ? upTo(40) : "") + "'";
	}

	private String blob() {
		return of("x''", "x'00'", "x'00FF10'", "x'61'", "zeroblob(3)");
	}

}
