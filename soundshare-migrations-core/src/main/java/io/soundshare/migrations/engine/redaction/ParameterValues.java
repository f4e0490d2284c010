package io.soundshare.migrations.engine.redaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.secret.HiddenText;
import io.soundshare.migrations.secret.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * The values of a changelog's parameters, and where they have replaced their names, so
 * that SQL can be shown as it was written. Wherever a value comes from: settings, the
 * changelog, the environment.
 * <p>
 * A value is looked for together with the text around it in the changelog, of whatever
 * length it is; by itself, in any text, if it has four characters or more or its name is
 * that of a secret. Words such as {@code true} are none of anybody's.
 */
public final class ParameterValues {

	private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^${}:][^${}]*)}");

	/** The number of characters on each side, at most, that a value is known by. */
	private static final int AROUND = 24;

	private static final int SHORTEST = 4;

	/** Liquibase's own parameters are what the database says of itself. */
	private static final String OWN = "database.";

	private static final Pattern WORD = Pattern.compile("(?i)true|false|null");

	private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,4}(\\.\\d*)?");

	/** By the value, each with the name it is printed as. */
	private final Map<String, String> values = new TreeMap<>();

	private final Map<String, String> places = new TreeMap<>();

	private @Nullable List<HiddenText> alone;

	private @Nullable List<HiddenText> secret;

	private @Nullable List<HiddenText> placed;

	/** A value is known from the moment it is given, whether it is used or not. */
	public synchronized void know(String name, String value) {
		if (name.startsWith(OWN)) {
			return;
		}
		boolean telling = Secrets.isSecret(name) || (value.length() >= SHORTEST && !NUMBER.matcher(value).matches());
		if (!value.isBlank() && telling && !WORD.matcher(value).matches()) {
			this.values.merge(value, name, (known, other) -> Secrets.isSecret(known) ? known : other);
			this.alone = null;
			this.secret = null;
		}
	}

	/** The expressions in a text. */
	Set<String> expressions(String text) {
		Set<String> expressions = new LinkedHashSet<>();
		Matcher expression = EXPRESSION.matcher(text);
		while (expression.find()) {
			expressions.add(expression.group());
		}
		return expressions;
	}

	/**
	 * Remember that an expression was replaced by its value, wherever it is in the text.
	 */
	synchronized void replaced(String text, String expression, @Nullable String value) {
		if (value == null || value.isEmpty() || value.equals(expression)) {
			return;
		}
		String name = expression.substring(2, expression.length() - 1).strip();
		know(name, value);
		for (int start = text.indexOf(expression); start >= 0; start = text.indexOf(expression, start + 1)) {
			String before = ending(text.substring(0, start));
			String after = beginning(text.substring(start + expression.length()));
			if (!(before + after).isBlank() && (before + value + after).strip().length() >= SHORTEST) {
				this.places.put(before + value + after, before + "${" + name + "}" + after);
				this.placed = null;
			}
		}
	}

	/** A line, or a statement, may be all that is left of the text. */
	private static String ending(String literal) {
		int start = Math.max(literal.lastIndexOf('\n'), Math.max(literal.lastIndexOf(';'), literal.lastIndexOf('}')));
		String line = literal.substring(start + 1);
		return line.substring(Math.max(0, line.length() - AROUND)).stripLeading();
	}

	private static String beginning(String literal) {
		String line = literal.split("[\\n;]|\\$\\{", 2)[0];
		return line.substring(0, Math.min(AROUND, line.length())).stripTrailing();
	}

	/**
	 * Show SQL as it was written.
	 * @param sql the SQL, or what a driver says of it
	 * @return the same with {@code ${name}} where the value of a parameter was
	 */
	String hide(String sql) {
		return HiddenText.replace(alone(), HiddenText.replace(placed(), sql));
	}

	/**
	 * Hide the values of secrets in a text that is no SQL: another value, such as the
	 * name of a table, may be any word there.
	 */
	public String hideSecrets(String text) {
		return HiddenText.replace(secret(), text);
	}

	private synchronized List<HiddenText> secret() {
		List<HiddenText> known = this.secret;
		if (known == null) {
			known = alone().stream().filter((one) -> Secrets.isSecret(name(one))).toList();
			this.secret = known;
		}
		return known;
	}

	private static String name(HiddenText one) {
		return one.replacement().replaceAll("^\\W*\\{|}\\W*$", "");
	}

	private synchronized List<HiddenText> alone() {
		List<HiddenText> known = this.alone;
		if (known == null) {
			List<HiddenText> found = new ArrayList<>();
			this.values.forEach((value, name) -> {
				String written = "${" + name + "}";
				if (value.length() < SHORTEST) {
					found.add(HiddenText.of("'" + value + "'", "'" + written + "'"));
				}
				else {
					forms(value).forEach((form) -> found.add(HiddenText.of(form, written)));
				}
			});
			known = found.stream().sorted(HiddenText.LONGEST_FIRST).toList();
			this.alone = known;
		}
		return known;
	}

	private synchronized List<HiddenText> placed() {
		List<HiddenText> known = this.placed;
		if (known == null) {
			known = this.places.entrySet()
				.stream()
				.map((place) -> HiddenText.of(place.getKey(), place.getValue()))
				.sorted(HiddenText.LONGEST_FIRST)
				.toList();
			this.placed = known;
		}
		return known;
	}

	/** In a literal a quote is doubled; of several lines a driver may repeat one. */
	private static Collection<String> forms(String value) {
		Set<String> forms = new LinkedHashSet<>(List.of(value, value.replace("'", "''"), value.replace("\\", "\\\\")));
		value.lines().filter((line) -> line.length() >= 2 * SHORTEST).forEach(forms::add);
		return forms;
	}

}
