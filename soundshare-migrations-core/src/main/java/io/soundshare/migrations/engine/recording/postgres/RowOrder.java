package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Puts changes of a row in the order they happened. What a trigger does to a row that its
 * statement has changed may be written down before that. Each version of a row lies at a
 * place of its own (PostgreSQL manual, 5.5, ctid), which tells what became of which.
 */
final class RowOrder {

	private final List<RowEvent> ordered = new ArrayList<>();

	/** What has become of the rows that lay at a place, by the table and the place. */
	private final Map<List<Object>, RowEvent> successors = new HashMap<>();

	private RowOrder() {
	}

	static List<RowEvent> of(List<RowEvent> events) {
		RowOrder order = new RowOrder();
		events.forEach(order::add);
		return order.ordered;
	}

	private void add(RowEvent event) {
		RowEvent successor = at(event, event.presentAt());
		this.ordered.add((successor != null) ? this.ordered.lastIndexOf(successor) : this.ordered.size(), event);
		if (event.oldAt() != null) {
			this.successors.put(List.of(event.table(), event.oldAt()), event);
		}
	}

	private @Nullable RowEvent at(RowEvent event, @Nullable String place) {
		return (place != null) ? this.successors.get(List.of(event.table(), place)) : null;
	}

}
