package io.soundshare.migrations.engine.recording.sqlite;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a statement may do to the rows of a table.
 */
final class Touch {

	private final SchemaObject table;

	private final Set<RowChange> changes = EnumSet.noneOf(RowChange.class);

	/** The folded names among which those of updated columns are; all if null. */
	private @Nullable Set<String> columns = new HashSet<>();

	Touch(SchemaObject table) {
		this.table = table;
	}

	SchemaObject table() {
		return this.table;
	}

	Set<RowChange> changes() {
		return this.changes;
	}

	/** Return whether this says anything new. */
	boolean add(Set<RowChange> more, @Nullable Set<String> names) {
		boolean grown = this.changes.addAll(more);
		Set<String> known = this.columns;
		if (known != null) {
			if (names == null) {
				this.columns = null;
				return true;
			}
			known.addAll(names);
		}
		return grown;
	}

	boolean mayUpdate(Column column) {
		return this.columns == null || this.columns.contains(Names.fold(column.name()));
	}

	void add(Touch other) {
		add(other.changes, other.columns);
	}

}
