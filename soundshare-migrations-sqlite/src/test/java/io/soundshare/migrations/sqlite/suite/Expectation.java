package io.soundshare.migrations.sqlite.suite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.soundshare.migrations.sqlite.SchemaFacts;
import io.soundshare.migrations.sqlite.SqlText;

/**
 * The differences a case expects, a line a fact: {@code + fact}, {@code + fact = value},
 * {@code - fact}, {@code ~ fact = new value}. {@code *} stands for anything,
 * {@code = old -> new} renames a word in everything there was before, a line that begins
 * with {@code ?} may or may not hold, {@code #} begins a comment.
 * <p>
 * What follows from a listed line need not be listed: with a column its
 * {@code table_xinfo} and, when it comes last, the new order; with a table, view or index
 * that goes everything it had; with one that comes what SQLite derives from it. Nothing
 * else may differ.
 */
final class Expectation {

	private static final Pattern KIND = Pattern.compile("^(table|index|trigger|view) ");

	private final String name;

	private final List<Line> lines = new ArrayList<>();

	private final List<String[]> renames = new ArrayList<>();

	private Expectation(String name) {
		this.name = name;
	}

	static Expectation parse(String name, String text) {
		Expectation expectation = new Expectation(name);
		for (String line : text.lines().map(String::strip).toList()) {
			if (line.startsWith("= ")) {
				expectation.renames.add(line.substring(2).split(" -> ", 2));
			}
			else if (!line.isEmpty() && !line.startsWith("#")) {
				expectation.lines.add(Line.of(name, line));
			}
		}
		return expectation;
	}

	/**
	 * The complaints: differences that are not listed, and listed ones that are not
	 * there.
	 */
	List<String> complaints(SchemaFacts before, SchemaFacts after) {
		List<String> complaints = new ArrayList<>();
		Set<Line> met = new LinkedHashSet<>();
		SchemaFacts renamed = renamed(before);
		for (SchemaFacts.Change change : renamed.changes(after)) {
			List<Line> fitting = this.lines.stream().filter((line) -> line.fits(change)).toList();
			met.addAll(fitting);
			if (fitting.isEmpty() && !implied(change, after)) {
				complaints.add("not listed: " + change);
			}
		}
		for (Line line : this.lines) {
			if (!met.contains(line) && !line.optional()) {
				complaints.add("did not come: " + line.text());
			}
		}
		return complaints;
	}

	/**
	 * Whether the fact's value is left open by this expectation.
	 */
	boolean leavesOpen(String fact) {
		return this.lines.stream().anyMatch((line) -> line.open() && line.named(fact));
	}

	private boolean implied(SchemaFacts.Change change, SchemaFacts after) {
		for (Line line : this.lines) {
			if (line.implies(change)) {
				return true;
			}
		}
		return change.sign() == '~' && change.name().endsWith(" order") && appends(change, after);
	}

	// New columns at the end, missing ones missing, the others in their order: and each
	// column that came or went is a difference of its own.
	private static boolean appends(SchemaFacts.Change change, SchemaFacts after) {
		List<String> kept = new ArrayList<>(List.of(change.was().split(", ")));
		List<String> now = List.of(change.is().split(", "));
		kept.retainAll(now);
		return now.size() >= kept.size() && now.subList(0, kept.size()).equals(kept);
	}

	private SchemaFacts renamed(SchemaFacts before) {
		SortedMap<String, String> facts = new TreeMap<>(before.facts());
		for (String[] rename : this.renames) {
			Pattern word = Pattern.compile("(?<![\\w\"'])\"?" + Pattern.quote(rename[0]) + "\"?(?![\\w\"'])");
			SortedMap<String, String> renamed = new TreeMap<>();
			facts.forEach((fact, value) -> renamed.put(word.matcher(fact).replaceAll(rename[1]),
					(fact.endsWith(" cells") || fact.endsWith(" comments")) ? value
							: word.matcher(value).replaceAll(rename[1])));
			facts = renamed;
		}
		return new SchemaFacts(facts);
	}

	@Override
	public String toString() {
		return this.name + this.lines;
	}

	private record Line(String text, char sign, Pattern whole, String fact, Pattern name, Pattern value,
			boolean optional, boolean open) {

		static Line of(String where, String text) {
			boolean optional = text.startsWith("?");
			String line = optional ? text.substring(1).strip() : text;
			if (!line.matches("[-+~] .+")) {
				throw new IllegalArgumentException(where + ": cannot read the line: " + text);
			}
			String rest = line.substring(2).strip();
			int at = rest.indexOf(" = ");
			String fact = (at < 0) ? rest : rest.substring(0, at).strip();
			String value = (at < 0) ? "*" : rest.substring(at + 3).strip();
			return new Line(text, line.charAt(0), glob(rest), fact, glob(fact), glob(value), optional,
					at < 0 || value.contains("*"));
		}

		boolean named(String fact) {
			return this.name.matcher(SqlText.dense(fact)).matches();
		}

		boolean fits(SchemaFacts.Change change) {
			if (change.sign() != this.sign) {
				return false;
			}
			String value = (change.sign() == '-') ? change.was() : change.is();
			return (value.isEmpty() && this.whole.matcher(SqlText.dense(change.name())).matches())
					|| (named(change.name()) && this.value.matcher(SqlText.dense(value)).matches());
		}

		boolean implies(SchemaFacts.Change change) {
			String of = change.name();
			if (this.sign == '~') {
				return change.sign() == '~' && of.equals(this.fact + " xinfo");
			}
			if (change.sign() != this.sign) {
				return false;
			}
			int space = KIND.matcher(this.fact).find() ? this.fact.indexOf(' ') : -1;
			String kind = (space < 0) ? "" : this.fact.substring(0, space);
			String object = this.fact.substring(space + 1);
			boolean sound = !change.is().replace("FAILS: it is a view", "").contains("FAILS")
					&& !change.is().contains("BROKEN");
			return switch (kind) {
				case "" -> of.equals(this.fact + " xinfo") || (this.sign == '-' && of.equals(this.fact + " cells"));
				case "table" -> (this.sign == '-')
						? of.startsWith(object + ".") || of.startsWith(object + " ") || of.startsWith(object + ":")
								|| of.equals("dml " + object) || of.equals("sqlite_sequence " + object)
						: sound && (of.equals("dml " + object) || of.equals(object + " order")
								|| (of.startsWith(object + ".") && of.endsWith(" xinfo"))
								|| (change.is().isEmpty() && of.startsWith(object) && of.matches(".* (rows|cells)")));
				case "index", "trigger" -> of.startsWith(this.fact + " ");
				case "view" -> sound && (of.startsWith(this.fact + " ") || of.equals("dml " + object));
				default -> false;
			};
		}

		private static Pattern glob(String text) {
			StringBuilder pattern = new StringBuilder("(?s)");
			String[] parts = SqlText.dense(text).split("\\*", -1);
			for (int i = 0; i < parts.length; i++) {
				pattern.append((i > 0) ? ".*" : "").append(Pattern.quote(parts[i]));
			}
			return Pattern.compile(pattern.toString());
		}

	}

}
