package io.soundshare.migrations.autogenerate.entity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The check Hibernate makes of the values of an enum, a converter or a discriminator
 * (Dialect.getCheckCondition). Their order is that of a set or of the classes as they are
 * found, and would be another on another machine.
 */
final class ValueList {

	private static final String VALUE = "(?:'(?:[^']|'')*'|-?\\d+)";

	private static final String COLUMN = "(?:\"[^\"]+\"|`[^`]+`|[^\\s()]+)";

	private static final Pattern CHECK = Pattern
		.compile("(?s)(" + COLUMN + " in \\()(" + VALUE + "(?:," + VALUE + ")*)(\\).*)");

	private static final Pattern COMMA = Pattern.compile(",(?=(?:[^']*'[^']*')*[^']*$)");

	private ValueList() {
	}

	static String sorted(String check) {
		Matcher matcher = CHECK.matcher(check);
		if (!matcher.matches()) {
			return check;
		}
		return matcher.group(1) + Arrays.stream(COMMA.split(matcher.group(2)))
			.sorted(Comparator.comparing(ValueList::number).thenComparing(Comparator.naturalOrder()))
			.collect(Collectors.joining(",")) + matcher.group(3);
	}

	private static long number(String value) {
		return (!value.startsWith("'") && value.length() < 19) ? Long.parseLong(value) : 0;
	}

}
