package io.soundshare.migrations.engine.recording.sqlite;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The tables that a statement can reach: its own, those of the triggers it fires, and
 * those whose foreign keys do something on their own.
 */
final class Reach {

	private static final Set<RowChange> ALL = EnumSet.allOf(RowChange.class);

	private final Schema schema;

	private final boolean foreignKeys;

	private final Map<String, Touch> touches = new LinkedHashMap<>();

	private final Set<String> views = new HashSet<>();

	private boolean triggered;

	private boolean replacing;

	private Reach(Schema schema, boolean foreignKeys) {
		this.schema = schema;
		this.foreignKeys = foreignKeys;
	}

	static Reach of(Command command, Schema schema, boolean foreignKeys) {
		Reach reach = new Reach(schema, foreignKeys);
		RowChange change = switch (command.kind()) {
			case INSERT -> RowChange.INSERT;
			case UPDATE -> RowChange.UPDATE;
			default -> RowChange.DELETE;
		};
		Set<RowChange> changes = EnumSet.of(change);
		Set<String> names = command.names();
		if (names.contains("update")) {
			changes.add(RowChange.UPDATE);
		}
		SchemaObject table = schema.table(command.target());
		reach.replacing = command.isReplacing() || (table != null && table.isReplacing());
		if (reach.replacing) {
			changes.add(RowChange.DELETE);
		}
		reach.visit(command.target(), changes, names);
		return reach;
	}

	Collection<Touch> touches() {
		return this.touches.values();
	}

	/** Whether triggers of the schema itself are fired. */
	boolean isTriggered() {
		return this.triggered;
	}

	/** Whether rows may be deleted that are in the way of others. */
	boolean isReplacing() {
		return this.replacing;
	}

	private void visit(String name, Set<RowChange> changes, @Nullable Set<String> columns) {
		SchemaObject table = this.schema.table(name);
		if (table != null) {
			Touch touch = this.touches.computeIfAbsent(Names.fold(name), (folded) -> new Touch(table));
			if (!touch.add(changes, columns)) {
				return;
			}
			this.replacing |= table.isReplacing();
		}
		for (SchemaObject trigger : this.schema.triggersOf(name)) {
			this.triggered = true;
			this.replacing |= trigger.isReplacing();
			trigger.names().stream().filter(this::isReached).forEach((used) -> visit(used, ALL, null));
		}
		if (table != null && this.foreignKeys && !changes.equals(EnumSet.of(RowChange.INSERT))) {
			this.schema.objects(SchemaObject::isPlainTable)
				.stream()
				.filter((child) -> isMovedBy(child, Names.fold(name)))
				.forEach((child) -> visit(child.name(), EnumSet.of(RowChange.UPDATE, RowChange.DELETE), null));
		}
	}

	private boolean isReached(String name) {
		return this.schema.table(name) != null || (this.schema.find("view", name) != null && this.views.add(name));
	}

	private static boolean isMovedBy(SchemaObject child, String parent) {
		Set<String> names = child.names();
		return names.contains("references") && names.contains(parent)
				&& (names.contains("cascade") || names.contains("set"));
	}

}
