package io.soundshare.migrations.engine.recording.sqlite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The objects of the schema at one time, in the order they were made.
 */
final class Schema {

	private final long version;

	private final Map<String, SchemaObject> objects = new LinkedHashMap<>();

	/** The indexes and triggers of each table, and the triggers of each view. */
	private final Map<String, List<SchemaObject>> attached = new HashMap<>();

	Schema(long version, Collection<SchemaObject> objects) {
		this.version = version;
		for (SchemaObject object : objects) {
			this.objects.put(object.key(), object);
			if (object.is("index") || object.is("trigger")) {
				this.attached.computeIfAbsent(object.owner(), (table) -> new ArrayList<>()).add(object);
			}
		}
	}

	long version() {
		return this.version;
	}

	Collection<SchemaObject> objects() {
		return this.objects.values();
	}

	List<SchemaObject> objects(Predicate<SchemaObject> which) {
		return this.objects.values().stream().filter(which).toList();
	}

	@Nullable SchemaObject find(String type, String name) {
		return this.objects.get(type + " " + Names.fold(name));
	}

	/** The object of the same kind and name. */
	@Nullable SchemaObject find(SchemaObject object) {
		return this.objects.get(object.key());
	}

	@Nullable SchemaObject table(String name) {
		return find("table", name);
	}

	List<SchemaObject> triggersOf(String table) {
		return attachedTo(table, "trigger");
	}

	List<SchemaObject> indexesOf(String table) {
		return attachedTo(table, "index");
	}

	/** The objects that are not in another like this. */
	List<SchemaObject> without(Schema other) {
		List<SchemaObject> objects = new ArrayList<>();
		for (SchemaObject object : this.objects.values()) {
			if (!object.isLike(other.find(object))) {
				objects.add(object);
			}
		}
		return objects;
	}

	boolean hasVirtualTables() {
		return this.objects.values().stream().anyMatch(SchemaObject::isVirtual);
	}

	private List<SchemaObject> attachedTo(String table, String type) {
		List<SchemaObject> found = this.attached.get(Names.fold(table));
		return (found != null) ? found.stream().filter((object) -> object.is(type)).toList() : List.of();
	}

	/** Whether a name is one of any object. */
	boolean isTaken(String name) {
		String folded = Names.fold(name);
		return this.objects.values().stream().anyMatch((object) -> Names.fold(object.name()).equals(folded));
	}

}
