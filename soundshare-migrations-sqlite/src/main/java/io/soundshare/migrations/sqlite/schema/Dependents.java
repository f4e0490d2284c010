package io.soundshare.migrations.sqlite.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.ddl.Names;

/**
 * The dependents of a table, left hanging if it went: SQLite drops it all the same, and
 * deletes or orphans the rows that refer to it.
 *
 * @param table the table
 * @param foreignKeys the foreign keys of other tables that refer to it
 * @param views the views that read it
 * @param triggers the triggers of other tables and views that use it
 */
public record Dependents(String table, List<ForeignKeyReference> foreignKeys, List<StoredObject> views,
		List<StoredObject> triggers) {

	public Dependents {
		foreignKeys = List.copyOf(foreignKeys);
		views = List.copyOf(views);
		triggers = List.copyOf(triggers);
	}

	/**
	 * The dependents of a table.
	 * @param schema the schema
	 * @param table the table's name, in any case
	 * @return its dependents
	 */
	public static Dependents of(SqliteSchema schema, String table) {
		return new Dependents(table,
				schema.foreignKeys().to(table).stream().filter((key) -> !Names.same(key.table(), table)).toList(),
				schema.objects("view").stream().filter((view) -> uses(view, table)).toList(),
				schema.objects("trigger")
					.stream()
					.filter((trigger) -> !Names.same(trigger.table(), table) && uses(trigger, table))
					.toList());
	}

	/**
	 * Why the table cannot be dropped.
	 * @return the reason, with every dependent, and the way out; empty if nothing depends
	 * on it
	 */
	public Optional<String> whyNotDropped() {
		List<String> reasons = new ArrayList<>();
		this.foreignKeys.forEach((key) -> reasons.add("foreign key " + key));
		this.views.forEach((view) -> reasons.add("view " + view.name()));
		this.triggers.forEach((trigger) -> reasons.add("trigger " + trigger.name() + " on " + trigger.table()));
		if (reasons.isEmpty()) {
			return Optional.empty();
		}
		List<String> ways = Stream
			.of(this.foreignKeys.isEmpty() ? "" : "set cascadeConstraints: true to drop the foreign keys",
					(this.views.isEmpty() && this.triggers.isEmpty()) ? "" : "drop the views and triggers first")
			.filter((way) -> !way.isEmpty())
			.toList();
		String way = String.join(", and ", ways);
		return Optional.of("Table " + this.table + " cannot be dropped, because it is used by "
				+ String.join("; ", reasons) + ". " + Character.toUpperCase(way.charAt(0)) + way.substring(1) + ".");
	}

	private static boolean uses(StoredObject object, String table) {
		return UsedTables.has(String.valueOf(object.sql()), table);
	}

}
