package io.soundshare.migrations.autogenerate.postgres;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names PostgreSQL makes up for what has none: the table, the columns, and a label,
 * cut to 63 bytes (<a href=
 * "https://github.com/postgres/postgres/blob/REL_17_STABLE/src/backend/commands/indexcmds.c">
 * {@code makeObjectName}</a>).
 */
final class ImpliedPostgresNames {

	private ImpliedPostgresNames() {
	}

	/**
	 * Tell whether PostgreSQL would have made up a name.
	 * @param name the name
	 * @param table the table
	 * @param columns the columns the name is made from
	 * @param label what it ends in, apart from a number
	 * @return whether nobody chose it, as far as it tells
	 */
	static boolean implied(String name, String table, List<String> columns, String label) {
		Matcher numbered = Pattern.compile(".*_" + label + "(\\d*)", Pattern.DOTALL).matcher(name);
		return numbered.matches() && name.equals(of(table, columns, label + numbered.group(1)));
	}

	static String of(String table, List<String> columns, String label) {
		String second = cut(String.join("_", columns), PostgresNames.LONGEST);
		int room = PostgresNames.LONGEST - label.length() - 1 - ((columns.isEmpty()) ? 0 : 1);
		int firstLength = bytes(table);
		int secondLength = bytes(second);
		while (firstLength + secondLength > room) {
			if (firstLength > secondLength) {
				firstLength--;
			}
			else {
				secondLength--;
			}
		}
		return cut(table, firstLength) + (columns.isEmpty() ? "" : "_" + cut(second, secondLength)) + "_" + label;
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

	/** The first characters of a text, none of them in part. */
	private static String cut(String text, int bytes) {
		int end = text.length();
		while (bytes(text.substring(0, end)) > bytes) {
			end = text.offsetByCodePoints(end, -1);
		}
		return text.substring(0, end);
	}

}
