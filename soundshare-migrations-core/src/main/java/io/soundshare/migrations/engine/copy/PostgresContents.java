package io.soundshare.migrations.engine.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of contents of a copy, as {@code pg_restore --list} tells it. Names in it are
 * not quoted, so that it is asked for names that are known.
 *
 * @param lines its lines
 */
record PostgresContents(List<String> lines) {

	private static final Pattern ENTRY = Pattern.compile("\\d+; \\d+ \\d+ (.*)");

	static PostgresContents of(String list) {
		return new PostgresContents(list.lines().filter((line) -> !line.startsWith(";")).toList());
	}

	/** Whether there is something, which is told with its kind. */
	boolean has(String kindAndName) {
		return this.lines.stream().anyMatch((line) -> is(line, kindAndName));
	}

	private static boolean is(String line, String kindAndName) {
		Matcher entry = ENTRY.matcher(line);
		return entry.matches() && entry.group(1).startsWith(kindAndName + " ");
	}

	/** The rows of a table. */
	PostgresContents rows(List<String> schemas, List<String> tables) {
		return new PostgresContents(this.lines.stream()
			.filter((line) -> schemas.stream()
				.anyMatch((schema) -> tables.stream()
					.anyMatch((table) -> is(line, "TABLE DATA " + schema + " " + table))))
			.limit(1)
			.toList());
	}

	/**
	 * Those extensions of the database that are in the copy too, and need not go: whoever
	 * restores may not be allowed to make them. One goes with its schema.
	 * @param installed the extensions of the database, and the schema of each
	 */
	Map<String, String> kept(Map<String, String> installed) {
		return installed.entrySet()
			.stream()
			.filter((extension) -> has("EXTENSION - " + extension.getKey())
					&& (isBuiltIn(extension.getValue()) || has("SCHEMA - " + extension.getValue())))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private static boolean isBuiltIn(String schema) {
		return schema.equals(PostgresClearing.PUBLIC) || schema.startsWith("pg_");
	}

	/** All but what stays in the database. */
	PostgresContents without(Map<String, String> extensions) {
		List<String> out = new ArrayList<>();
		Stream.concat(Stream.of(PostgresClearing.PUBLIC), extensions.values().stream())
			.forEach((schema) -> out.add("SCHEMA - " + schema));
		extensions.keySet().forEach((name) -> {
			out.add("EXTENSION - " + name);
			out.add("COMMENT - EXTENSION " + name);
		});
		return new PostgresContents(
				this.lines.stream().filter((line) -> out.stream().noneMatch((entry) -> is(line, entry))).toList());
	}

}
