package io.soundshare.migrations.sqlite.portability;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Reads rows as sentences.
 */
final class RowReader {

	private RowReader() {
	}

	static List<String> read(Queries queries, String table, List<PortableSchema.Column> columns,
			UnaryOperator<String> selected) throws SQLException {
		List<String> sentences = new ArrayList<>();
		String names = columns.stream()
			.map((column) -> selected.apply('"' + column.name() + '"'))
			.collect(Collectors.joining(", "));
		for (List<@Nullable Object> row : queries.rows("SELECT " + names + " FROM \"" + table + '"')) {
			List<String> values = new ArrayList<>();
			for (int i = 0; i < columns.size(); i++) {
				values.add(columns.get(i).name() + "=" + columns.get(i).type().value(row.get(i)));
			}
			sentences.add(table + ": " + String.join(", ", values));
		}
		return sentences.stream().sorted().toList();
	}

}
