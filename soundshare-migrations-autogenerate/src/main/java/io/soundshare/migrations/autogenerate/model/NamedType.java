package io.soundshare.migrations.autogenerate.model;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A type of PostgreSQL with a name, which columns have: an enum or a structure.
 *
 * @param name its name
 * @param written its name as SQL has it
 * @param sql the statement that makes it
 * @param labels the values of an enum, in their order; empty for a structure
 * @param ordered whether the order of the values means something
 */
public record NamedType(ObjectName name, String written, String sql, List<String> labels, boolean ordered) {

	private static final Pattern CREATE = Pattern.compile("create\\s+type\\s+(?<name>\\S+)\\s+as\\s+(?<rest>.*)",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')*)'");

	public NamedType {
		labels = List.copyOf(labels);
	}

	/**
	 * Read the statement that makes a type.
	 * @param statement the statement
	 * @param ordered whether the order of an enum's values means something
	 * @return the type, {@code null} if the statement makes something else
	 */
	public static @Nullable NamedType of(String statement, boolean ordered) {
		Matcher create = CREATE.matcher(statement.strip());
		if (!create.matches()) {
			return null;
		}
		String rest = create.group("rest");
		List<String> labels = !rest.toLowerCase(Locale.ROOT).startsWith("enum") ? List.of()
				: LABEL.matcher(rest).results().map((label) -> label.group(1).replace("''", "'")).toList();
		return new NamedType(name(create.group("name")), create.group("name"), statement, labels, ordered);
	}

	/**
	 * Read the name of a type.
	 * @param written the name as SQL has it
	 * @return the name as the database keeps it
	 */
	public static ObjectName name(String written) {
		String[] parts = written.split("\\.(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
		String name = kept(parts[parts.length - 1]);
		return (parts.length > 1) ? new ObjectName(kept(parts[0]), name) : ObjectName.of(name);
	}

	private static String kept(String written) {
		boolean quoted = written.startsWith("\"");
		return PostgresNames.kept(quoted ? written.substring(1, written.length() - 1).replace("\"\"", "\"") : written,
				quoted);
	}

}
