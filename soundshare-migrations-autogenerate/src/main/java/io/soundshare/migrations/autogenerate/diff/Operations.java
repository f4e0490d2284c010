package io.soundshare.migrations.autogenerate.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Operations in the order in which they can be done: what is in the way goes first, what
 * refers comes last.
 */
final class Operations {

	private final Map<Stage, List<Difference>> stages = new EnumMap<>(Stage.class);

	void add(Stage stage, Difference operation) {
		addAll(stage, List.of(operation));
	}

	void addAll(Stage stage, Collection<? extends Difference> operations) {
		this.stages.computeIfAbsent(stage, (key) -> new ArrayList<>()).addAll(operations);
	}

	List<Difference> inOrder() {
		return this.stages.values().stream().flatMap(List::stream).toList();
	}

	/**
	 * Stages, one after the other.
	 */
	enum Stage {

		DROP_FOREIGN_KEYS, DROP_PARTS, REPLACE_COLUMNS, CREATE, ADD_COLUMNS, DROP_KEYS, ALTER, ADD_KEYS, DROP_COLUMNS,
		ADD_PARTS, ADD_FOREIGN_KEYS, DROP

	}

}
