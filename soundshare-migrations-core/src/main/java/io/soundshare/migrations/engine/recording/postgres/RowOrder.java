package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Puts changes of a row in the order they happened. What a trigger does to the row that
 * it fires for, or to one that its statement has changed before, is written down before
 * that.
 */
final class RowOrder {

	/** How far back it is looked for what a trigger has done. */
	private static final int FAR = 1000;

	private final RowKeys keys;

	private final List<RowEvent> ordered = new ArrayList<>();

	/** The last change of each row. */
	private final Map<List<@Nullable Object>, RowEvent> last = new HashMap<>();

	private RowOrder(RowKeys keys) {
		this.keys = keys;
	}

	static List<RowEvent> of(List<RowEvent> events, RowKeys keys) {
		RowOrder order = new RowOrder(keys);
		events.forEach(order::add);
		return order.ordered;
	}

	private void add(RowEvent event) {
		if (this.keys.key(event).isEmpty()) {
			this.ordered.add(event);
			return;
		}
		List<@Nullable Object> row = row(event, event.values());
		RowEvent before = this.last.get(row);
		if (before != null && isTooLate(event, before)) {
			int place = place(event);
			if (place >= 0) {
				this.ordered.add(place, event);
				return;
			}
		}
		this.ordered.add(event);
		if (event.kind() == 'U') {
			this.last.remove(row);
		}
		this.last.put((event.kind() == 'D') ? row : row(event, event.present()), event);
	}

	private List<@Nullable Object> row(RowEvent event, Map<Integer, @Nullable String> values) {
		List<@Nullable Object> row = new ArrayList<>();
		row.add(event.table());
		this.keys.key(event).forEach((column) -> row.add(values.get(column.key().part())));
		return row;
	}

	/** Whether a row was another one, or gone, when it is said to have changed. */
	private static boolean isTooLate(RowEvent event, RowEvent before) {
		if (before.kind() == 'D') {
			return event.kind() == 'U';
		}
		return before.kind() == 'U'
				&& (event.kind() == 'I' || (event.kind() == 'U' && !event.old().equals(before.present())));
	}

	/**
	 * Where the change is that began with what this one has left; -1 if there is none.
	 */
	private int place(RowEvent event) {
		for (int i = this.ordered.size() - 1; i >= Math.max(0, this.ordered.size() - FAR); i--) {
			RowEvent other = this.ordered.get(i);
			if (other.kind() != 'I' && other.table().equals(event.table()) && other.old().equals(event.present())) {
				return i;
			}
		}
		return -1;
	}

}
