package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The highest numbers that tables had given out when a segment began, as far as it may
 * change them.
 */
final class SequenceWatch {

	private final Workbench bench;

	private final Map<SchemaObject, @Nullable Long> numbers = new LinkedHashMap<>();

	SequenceWatch(Workbench bench) {
		this.bench = bench;
	}

	void watch(SchemaObject table) throws SQLException {
		if (!this.numbers.containsKey(table)) {
			this.numbers.put(table, this.bench.sequence(table.name()));
		}
	}

	/**
	 * What sets them back.
	 * @param pairs what has become of tables
	 */
	List<String> restores(List<TablePair> pairs) throws SQLException {
		List<String> statements = new ArrayList<>();
		for (Map.Entry<SchemaObject, @Nullable Long> number : this.numbers.entrySet()) {
			SchemaObject table = number.getKey();
			TablePair pair = pairs.stream().filter((other) -> other.was() == table).findFirst().orElse(null);
			SchemaObject present = (pair != null) ? pair.now() : table;
			Long now = (present != null) ? this.bench.sequence(present.name()) : null;
			statements.addAll(Sequences.restore(table.name(), number.getValue(), now));
		}
		return statements;
	}

}
