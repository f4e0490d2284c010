package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A row that was inserted, updated or deleted.
 *
 * @param table its table
 * @param kind I, U or D
 * @param old its values before, by the numbers of their columns
 * @param present its values after
 * @param oldAt where it lay before; {@code null} if it did not, or nobody knows
 * @param presentAt the same after
 */
record RowEvent(Key table, char kind, Map<Integer, @Nullable String> old, Map<Integer, @Nullable String> present,
		@Nullable String oldAt, @Nullable String presentAt) {

	/** Whatever there was of the row. */
	Map<Integer, @Nullable String> values() {
		return (this.kind == 'I') ? this.present : this.old;
	}

	/** The values that the update has changed, as they were. */
	Map<Integer, @Nullable String> changed() {
		Map<Integer, @Nullable String> changed = new LinkedHashMap<>(this.old);
		changed.entrySet()
			.removeIf((value) -> this.present.containsKey(value.getKey())
					&& Objects.equals(value.getValue(), this.present.get(value.getKey())));
		return changed;
	}

	/**
	 * Read a row as PostgreSQL writes it (manual, 8.16.6).
	 * @param text the text
	 * @param columns the numbers of its columns
	 */
	static Map<Integer, @Nullable String> row(@Nullable String text, List<Integer> columns) {
		Map<Integer, @Nullable String> values = new LinkedHashMap<>();
		if (text != null) {
			List<@Nullable String> fields = fields(text);
			for (int i = 0; i < columns.size(); i++) {
				values.put(columns.get(i), fields.get(i));
			}
		}
		return values;
	}

	private static List<@Nullable String> fields(String text) {
		List<@Nullable String> fields = new ArrayList<>();
		StringBuilder field = new StringBuilder();
		boolean quoted = false;
		boolean isNull = true;
		for (int i = 1; i < text.length(); i++) {
			char next = text.charAt(i);
			boolean last = i == text.length() - 1;
			if (!quoted && (next == ',' || last)) {
				fields.add(isNull ? null : field.toString());
				field.setLength(0);
				isNull = true;
				continue;
			}
			isNull = false;
			if (next == '\\' || (next == '"' && quoted && text.charAt(i + 1) == '"')) {
				i++;
				field.append(text.charAt(i));
			}
			else if (next == '"') {
				quoted = !quoted;
			}
			else {
				field.append(next);
			}
		}
		return fields;
	}

}
