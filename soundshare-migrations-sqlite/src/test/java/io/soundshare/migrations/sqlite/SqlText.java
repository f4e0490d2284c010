package io.soundshare.migrations.sqlite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL with everything taken out that has no meaning: white space, comments, quotes around
 * plain names, {@code IF NOT EXISTS}. Deliberately not made with the extension's own
 * tokenizer, which it judges.
 */
public final class SqlText {

	private static final Pattern TOKEN = Pattern.compile("(?<comment>--[^\\n]*|/\\*.*?(?:\\*/|$))|(?<space>\\s+)"
			+ "|(?<string>[xX]?'(?:[^']|'')*')|(?<quoted>\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|\\[[^]]*])"
			+ "|(?<number>(?:0[xX][0-9a-fA-F]+|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?))"
			+ "|(?<word>[\\p{L}_\\x{80}-\\x{10FFFF}][\\p{L}\\p{N}_$\\x{80}-\\x{10FFFF}]*)"
			+ "|(?<operator>\\|\\||<=|>=|<>|!=|==|<<|>>|->>|->|.)", Pattern.DOTALL);

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

	private static final Set<String> CONSTRAINT = Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

	private final List<String> tokens = new ArrayList<>();

	private final List<String> comments = new ArrayList<>();

	/**
	 * The texts read last: most of a database stays as it is from one change to the next.
	 */
	private static final Map<String, SqlText> READ = Collections.synchronizedMap(new LinkedHashMap<>(512, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, SqlText> eldest) {
			return size() > 400;
		}

	});

	private static SqlText of(String sql) {
		return READ.computeIfAbsent(sql, SqlText::new);
	}

	private SqlText(String sql) {
		Matcher matcher = TOKEN.matcher(sql);
		while (matcher.find()) {
			String text = matcher.group();
			if (matcher.group("comment") != null) {
				this.comments.add(text.strip());
			}
			else if (matcher.group("quoted") != null) {
				this.tokens.add(name(text));
			}
			else if (matcher.group("space") == null) {
				this.tokens.add(text);
			}
		}
	}

	/**
	 * The same statement in its one spelling.
	 * @param sql a statement
	 * @return the statement, comparable
	 */
	public static String normalise(String sql) {
		return render(withoutIfNotExists(of(sql).tokens));
	}

	/**
	 * Text without white space around punctuation: for comparing what people wrote.
	 * @param text any text
	 * @return denser text
	 */
	public static String dense(String text) {
		return text.replaceAll("\\s*([(),.*])\\s*", "$1")
			.replaceAll("([-+]) (?=\\d)", "$1")
			.replaceAll("\"(\\w+)\"", "$1");
	}

	/**
	 * The comments of a statement.
	 * @param sql a statement
	 * @return its comments, in their order
	 */
	public static List<String> comments(String sql) {
		return List.copyOf(of(sql).comments);
	}

	/**
	 * The parts of a CREATE TABLE: its column definitions and table constraints, each
	 * normalised, then what stands behind the parenthesis.
	 * @param createTable the statement
	 * @return the parts
	 */
	static TableText table(String createTable) {
		List<String> tokens = of(createTable).tokens;
		List<Item> items = new ArrayList<>();
		int depth = 0;
		List<String> item = new ArrayList<>();
		int i = tokens.indexOf("(");
		for (; i < tokens.size(); i++) {
			String token = tokens.get(i);
			depth += token.equals("(") ? 1 : (token.equals(")") ? -1 : 0);
			boolean end = depth == 0 || (depth == 1 && token.equals(","));
			if (end) {
				items.add(Item.of(item));
				item = new ArrayList<>();
			}
			else if (depth > 1 || !token.equals("(")) {
				item.add(token);
			}
			if (depth == 0) {
				break;
			}
		}
		return new TableText(items, render(tokens.subList(Math.min(i + 1, tokens.size()), tokens.size())));
	}

	static String render(List<String> tokens) {
		StringBuilder text = new StringBuilder();
		String before = "(";
		for (String token : tokens) {
			if (!Set.of("(", ".").contains(before) && !Set.of("(", ")", ",", ".").contains(token)) {
				text.append(' ');
			}
			text.append(token);
			before = token;
		}
		return text.toString();
	}

	private static List<String> withoutIfNotExists(List<String> tokens) {
		for (int i = 0; i + 2 < Math.min(tokens.size(), 8); i++) {
			if (tokens.get(i).equalsIgnoreCase("if") && tokens.get(i + 1).equalsIgnoreCase("not")
					&& tokens.get(i + 2).equalsIgnoreCase("exists")) {
				List<String> rest = new ArrayList<>(tokens);
				rest.subList(i, i + 3).clear();
				return rest;
			}
		}
		return tokens;
	}

	private static String name(String quoted) {
		char open = quoted.charAt(0);
		String inner = quoted.substring(1, quoted.length() - 1);
		String name = (open != '[') ? inner.replace("" + open + open, "" + open) : inner;
		return PLAIN.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
	}

	record TableText(List<Item> items, String options) {
	}

	record Item(boolean constraint, String name, String rest) {

		static Item of(List<String> tokens) {
			String first = tokens.isEmpty() ? "" : tokens.get(0);
			if (CONSTRAINT.contains(first.toUpperCase(Locale.ROOT))) {
				return new Item(true, "", render(tokens));
			}
			return new Item(false, first, render(tokens.subList(Math.min(1, tokens.size()), tokens.size())));
		}

	}

}
