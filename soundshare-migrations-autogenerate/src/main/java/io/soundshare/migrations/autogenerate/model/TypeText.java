package io.soundshare.migrations.autogenerate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.soundshare.migrations.autogenerate.sql.SqlTokens;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Token.Kind;

/**
 * The text of a type, in parts.
 *
 * @param name its words without the arguments, in lower case: {@code timestamp with time
 * zone}
 * @param arguments what stands in its parentheses, {@code 10} and {@code 2}
 * @param array the brackets of an array, empty if it is none
 */
public record TypeText(String name, List<String> arguments, String array) {

	public TypeText {
		arguments = List.copyOf(arguments);
	}

	public static TypeText of(String text) {
		List<Token> tokens = SqlTokens.of(text);
		int end = tokens.size();
		int dimensions = 0;
		while (brackets(tokens, end) > 0) {
			end -= brackets(tokens, end);
			dimensions++;
		}
		if (dimensions == 0 && end > 1 && tokens.get(end - 1).is("array")) {
			end--;
			dimensions = 1;
		}
		tokens = tokens.subList(0, end);
		int open = place("(", tokens, 0);
		int close = place(")", tokens, open);
		if (close == tokens.size()) {
			return new TypeText(name(words(tokens)), List.of(), "[]".repeat(dimensions));
		}
		String name = words(tokens.subList(0, open)) + " " + words(tokens.subList(close + 1, tokens.size()));
		return new TypeText(name(name.strip()), arguments(tokens.subList(open + 1, close)), "[]".repeat(dimensions));
	}

	/** The number of tokens that make brackets before a place. */
	private static int brackets(List<Token> tokens, int end) {
		if (end < 2 || !tokens.get(end - 1).is("]")) {
			return 0;
		}
		int length = (tokens.get(end - 2).kind() == Kind.NUMBER) ? 3 : 2;
		return (end >= length && tokens.get(end - length).is("[")) ? length : 0;
	}

	private static int place(String sign, List<Token> tokens, int from) {
		int place = from;
		while (place < tokens.size() && !tokens.get(place).is(sign)) {
			place++;
		}
		return place;
	}

	private static List<String> arguments(List<Token> tokens) {
		List<String> arguments = new ArrayList<>();
		int start = 0;
		while (start < tokens.size()) {
			int comma = place(",", tokens, start);
			arguments.add(words(tokens.subList(start, comma)));
			start = comma + 1;
		}
		return arguments;
	}

	/** The text of tokens, with a space where there was any. */
	private static String words(List<Token> tokens) {
		StringBuilder words = new StringBuilder();
		int end = -1;
		for (Token token : tokens) {
			words.append((end >= 0 && token.start() > end) ? " " : "").append(token.text());
			end = token.end();
		}
		return words.toString();
	}

	/** A quoted name keeps its case. */
	private static String name(String words) {
		if (words.indexOf('"') < 0) {
			return words.toLowerCase(Locale.ROOT);
		}
		String bare = words.replace("\"", "");
		return bare.equals(bare.toLowerCase(Locale.ROOT)) ? bare : words;
	}

	/**
	 * An argument that is a number.
	 * @param index which
	 * @param otherwise if there is none
	 * @return the number
	 */
	public int argument(int index, int otherwise) {
		if (index >= this.arguments.size() || !this.arguments.get(index).matches("[+-]?\\d{1,9}")) {
			return otherwise;
		}
		return Integer.parseInt(this.arguments.get(index));
	}

	public TypeText named(String name, String... arguments) {
		return new TypeText(name, List.of(arguments), this.array);
	}

	public TypeText renamed(String name) {
		return new TypeText(name, this.arguments, this.array);
	}

}
