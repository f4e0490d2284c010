package io.soundshare.migrations.engine.copy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The rows of a table in a script of pg_restore's, in the text format of COPY
 * (postgresql.org/docs/current/sql-copy.html).
 *
 * @param columns the names of the columns, in lower case
 * @param rows the rows
 */
record CopyRows(List<String> columns, List<List<@Nullable String>> rows) {

	private static final Pattern HEAD = Pattern.compile("COPY .*\\((.*)\\) FROM stdin;");

	private static final Pattern ENCODING = Pattern.compile("SET client_encoding = '(\\w+)';");

	private static final String END = "\\.";

	/**
	 * Read the first block there is.
	 * @param script the script, a byte a character
	 */
	static CopyRows of(String script) {
		List<String> columns = List.of();
		List<List<@Nullable String>> rows = new ArrayList<>();
		Charset charset = StandardCharsets.UTF_8;
		for (String line : script.split("\n", -1)) {
			if (!columns.isEmpty()) {
				if (line.equals(END)) {
					break;
				}
				rows.add(row(line, charset));
				continue;
			}
			Matcher head = HEAD.matcher(line);
			Matcher encoding = ENCODING.matcher(line);
			if (head.matches()) {
				columns = Arrays.stream(head.group(1).split(", "))
					.map((name) -> name.replace("\"", "").toLowerCase(Locale.ROOT))
					.toList();
			}
			else if (encoding.matches()) {
				charset = charset(encoding.group(1));
			}
		}
		return new CopyRows(columns, rows);
	}

	private static Charset charset(String name) {
		return name.equals("LATIN1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
	}

	private static List<@Nullable String> row(String line, Charset charset) {
		List<@Nullable String> row = new ArrayList<>();
		for (String value : line.split("\t", -1)) {
			row.add(value.equals("\\N") ? null
					: new String(meant(value).getBytes(StandardCharsets.ISO_8859_1), charset));
		}
		return row;
	}

	private static String meant(String value) {
		StringBuilder meant = new StringBuilder();
		for (int i = 0; i < value.length(); i++) {
			char character = value.charAt(i);
			if (character == '\\' && i + 1 < value.length()) {
				i++;
				char escaped = value.charAt(i);
				int place = "bfnrtv".indexOf(escaped);
				meant.append((place >= 0) ? "\b\f\n\r\t\u000b".charAt(place) : escaped);
			}
			else {
				meant.append(character);
			}
		}
		return meant.toString();
	}

	/** The id of the row of the history that was written last. */
	@Nullable String newest() {
		String newest = null;
		long highest = Long.MIN_VALUE;
		String latest = "";
		for (List<@Nullable String> row : this.rows) {
			long order = Long.parseLong(value(row, "orderexecuted") + "");
			String date = value(row, "dateexecuted") + "";
			if (order > highest || (order == highest && date.compareTo(latest) > 0)) {
				newest = value(row, "id");
				highest = order;
				latest = date;
			}
		}
		return newest;
	}

	private @Nullable String value(List<@Nullable String> row, String column) {
		int place = this.columns.indexOf(column);
		return (place >= 0 && place < row.size()) ? row.get(place) : null;
	}

}
