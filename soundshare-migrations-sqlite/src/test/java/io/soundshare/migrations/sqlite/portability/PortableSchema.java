package io.soundshare.migrations.sqlite.portability;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * The schema a changelog made, in words that do not depend on the database.
 *
 * @param tables the columns of each table, by its name
 * @param facts everything else about the schema, a sentence each
 * @param rows the rows of tables and views, a sentence each
 */
record PortableSchema(SortedMap<String, List<Column>> tables, SortedSet<String> facts, List<String> rows) {

	List<String> columns() {
		return this.tables.entrySet().stream().flatMap(PortableSchema::describe).toList();
	}

	private static Stream<String> describe(Map.Entry<String, List<Column>> table) {
		return table.getValue()
			.stream()
			.map((column) -> table.getKey() + "." + (table.getValue().indexOf(column) + 1) + " " + column.name() + " "
					+ column.description());
	}

	/**
	 * A column.
	 *
	 * @param name its name in lower case
	 * @param type what it holds
	 * @param description its type with its size, its nullability and default
	 */
	record Column(String name, PortableType type, String description) {

	}

}
