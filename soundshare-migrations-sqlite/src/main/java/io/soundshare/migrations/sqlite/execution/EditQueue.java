package io.soundshare.migrations.sqlite.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.sqlite.alter.TableEdit;
import io.soundshare.migrations.sqlite.ddl.Names;

/**
 * Changes of tables that are not made yet, because more of the same may come.
 */
final class EditQueue {

	private final Map<String, List<TableEdit>> edits = new LinkedHashMap<>();

	/** Whether a change can be made as one with those of its table that wait. */
	boolean takes(TableEdit edit) {
		return edit.canFollow(this.edits.getOrDefault(Names.fold(edit.table()), List.of()));
	}

	void add(TableEdit edit) {
		this.edits.computeIfAbsent(Names.fold(edit.table()), (table) -> new ArrayList<>()).add(edit);
	}

	/** Empties the queue and returns what waited, by table. */
	List<List<TableEdit>> drain() {
		List<List<TableEdit>> tables = List.copyOf(this.edits.values());
		this.edits.clear();
		return tables;
	}

	void clear() {
		this.edits.clear();
	}

}
