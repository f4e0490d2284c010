package io.soundshare.migrations.autogenerate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a type, in parts.
 *
 * @param name its words without the arguments, in lower case: {@code timestamp with time
 * zone}
 * @param arguments what stands in its parentheses, {@code 10} and {@code 2}
 * @param array the brackets of an array, empty if it is none
 */
public record TypeText(String name, List<String> arguments, String array) {

	private static final Pattern ARRAY = Pattern.compile("(?is)^(.*?)((?:\\s*\\[\\s*\\d*\\s*])+|\\s+array)$");

	private static final Pattern ARGUMENTS = Pattern.compile("(?s)^([^(]*)\\((.*?)\\)(.*)$");

	public TypeText {
		arguments = List.copyOf(arguments);
	}

	public static TypeText of(String text) {
		String type = text.strip();
		String array = "";
		Matcher brackets = ARRAY.matcher(type);
		if (brackets.matches()) {
			type = brackets.group(1);
			String suffix = brackets.group(2).replaceAll("[\\s\\d]", "");
			array = suffix.equalsIgnoreCase("array") ? "[]" : suffix;
		}
		List<String> arguments = new ArrayList<>();
		Matcher parentheses = ARGUMENTS.matcher(type);
		if (parentheses.matches()) {
			type = parentheses.group(1) + " " + parentheses.group(3);
			for (String argument : parentheses.group(2).split(",")) {
				arguments.add(argument.strip());
			}
		}
		return new TypeText(words(type), arguments, array);
	}

	/** A quoted name keeps its case. */
	private static String words(String type) {
		String words = type.strip().replaceAll("\\s+", " ");
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
