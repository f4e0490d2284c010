package io.soundshare.migrations.test.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.soundshare.migrations.model.Printable;

/**
 * Tells people what differs between two {@link Contents}, in few lines.
 */
public final class Differences {

	private static final int SHOWN = 12;

	private static final int LONGEST = 140;

	private Differences() {
	}

	/**
	 * Compare two schemas. The order of columns does not count: one that comes back
	 * stands last.
	 * @param expected the definitions there should be
	 * @param found those there are
	 * @return a line with {@code -} for what is missing and one with {@code +} for what
	 * is too much, below the name of its object; empty if they are the same
	 */
	public static List<String> schema(Map<String, String> expected, Map<String, String> found) {
		List<String> lines = new ArrayList<>();
		Set<String> names = new TreeSet<>(expected.keySet());
		names.addAll(found.keySet());
		for (String name : names) {
			String was = expected.get(name);
			String is = found.get(name);
			if (was == null) {
				lines.add("+ " + name + " is left behind");
			}
			else if (is == null) {
				lines.add("- " + name + " is missing");
			}
			else {
				List<String> gone = new ArrayList<>(parts(was));
				List<String> come = new ArrayList<>(parts(is));
				parts(is).forEach(gone::remove);
				parts(was).forEach(come::remove);
				if (!gone.isEmpty() || !come.isEmpty()) {
					lines.add("  " + name);
					gone.forEach((part) -> lines.add("-   " + part));
					come.forEach((part) -> lines.add("+   " + part));
				}
			}
		}
		return lines.stream().map(Differences::line).toList();
	}

	/** A definition in parts: one a column or constraint, whatever their order. */
	private static List<String> parts(String definition) {
		String text = definition.strip();
		if (!text.regionMatches(true, 0, "CREATE TABLE", 0, 12)
				&& !text.regionMatches(true, 0, "CREATE VIRTUAL", 0, 14)) {
			return text.lines().map((line) -> line.strip().replaceAll("\\s+", " ")).sorted().toList();
		}
		List<String> parts = new ArrayList<>();
		StringBuilder part = new StringBuilder();
		int depth = 0;
		char quote = 0;
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (quote != 0) {
				quote = (character == quote) ? 0 : quote;
			}
			else if (character == '\'' || character == '"' || character == '`') {
				quote = character;
			}
			else if (character == '(') {
				depth++;
			}
			else if (character == ')') {
				depth--;
			}
			boolean ends = quote == 0 && ((character == ',' && depth == 1) || (character == '(' && depth == 1)
					|| (character == ')' && depth == 0));
			if (ends) {
				parts.add(plain(part.toString()));
				part.setLength(0);
			}
			else {
				part.append(character);
			}
		}
		parts.add(plain(part.toString()));
		return parts.stream().filter((each) -> !each.isEmpty()).sorted().toList();
	}

	/** SQLite keeps the text as it was written. */
	private static String plain(String part) {
		String[] texts = part.split("(?<=')|(?=')");
		boolean literal = false;
		StringBuilder plain = new StringBuilder();
		for (String text : texts) {
			if (text.equals("'")) {
				literal = !literal;
			}
			plain.append(literal ? text : text.replaceAll("[\"`\\[\\]]", "").replaceAll("\\s+", " "));
		}
		return plain.toString().strip().replaceAll(" ?([(),]) ?", "$1");
	}

	/**
	 * Compare rows.
	 * @param expected what should be there
	 * @param found what is
	 * @return for each table what rows and values are missing, changed and too many;
	 * empty if they are the same. A table that is gone is not told: the schema tells it
	 */
	public static Map<String, List<String>> rows(Contents expected, Contents found) {
		Map<String, List<String>> differences = new TreeMap<>();
		expected.rows().forEach((table, was) -> {
			List<Map<String, String>> is = found.rows().get(table);
			List<String> lines = (is != null) ? rows(table, was, is, expected.keys().getOrDefault(table, List.of()))
					: List.of();
			if (!lines.isEmpty()) {
				differences.put(table, lines);
			}
		});
		return differences;
	}

	private static List<String> rows(String table, List<Map<String, String>> was, List<Map<String, String>> is,
			List<String> key) {
		List<Map<String, String>> gone = new ArrayList<>(was);
		List<Map<String, String>> come = new ArrayList<>(is);
		is.forEach(gone::remove);
		was.forEach(come::remove);
		List<String> lines = new ArrayList<>();
		for (Map<String, String> row : gone) {
			Map<String, String> now = key.isEmpty() ? null
					: come.stream().filter((other) -> key(row, key).equals(key(other, key))).findFirst().orElse(null);
			if (now == null) {
				lines.add("- " + table + " " + row);
				continue;
			}
			come.remove(now);
			Set<String> columns = new TreeSet<>(row.keySet());
			columns.addAll(now.keySet());
			lines.add("  " + table + " " + key(row, key) + " "
					+ columns.stream()
						.filter((column) -> !String.valueOf(row.get(column)).equals(String.valueOf(now.get(column))))
						.map((column) -> column + ": " + row.getOrDefault(column, "no column") + " -> "
								+ now.getOrDefault(column, "no column"))
						.collect(Collectors.joining(", ")));
		}
		come.forEach((row) -> lines.add("+ " + table + " " + row));
		return lines.stream().map(Differences::line).toList();
	}

	private static String key(Map<String, String> row, List<String> key) {
		return key.stream().map((column) -> column + "=" + row.get(column)).collect(Collectors.joining(", "));
	}

	private static String line(String line) {
		String printable = Printable.line(line);
		return (printable.length() > LONGEST) ? printable.substring(0, LONGEST) + "…" : printable;
	}

	/**
	 * Put lines below one another, and leave out what is too many.
	 * @param lines the lines
	 * @return a text, indented
	 */
	public static String text(List<String> lines) {
		String shown = lines.stream().limit(SHOWN).map((line) -> "    " + line).collect(Collectors.joining("\n"));
		return (lines.size() > SHOWN)
				? shown + String.format(Locale.ROOT, "%n    … and %,d more lines", lines.size() - SHOWN) : shown;
	}

}
