package io.soundshare.migrations.sqlite.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.soundshare.migrations.sqlite.ddl.Names;
import liquibase.exception.UnexpectedLiquibaseException;

/**
 * A probe of views and triggers: whether they work, found out by having SQLite compile
 * the statements that need them.
 */
public final class SchemaProbe {

	/** A view has no trigger for this kind of change: none that could be broken. */
	private static final String NO_TRIGGER = "because it is a view";

	private final SqliteSchema schema;

	/**
	 * Probes a schema.
	 * @param schema the schema, which stays as it is
	 */
	public SchemaProbe(SqliteSchema schema) {
		this.schema = schema;
	}

	/**
	 * The views and triggers that do not work.
	 * @return what does not work, and why
	 */
	public Map<String, String> broken() {
		Map<String, String> broken = new LinkedHashMap<>();
		for (StoredObject view : this.schema.objects("view")) {
			this.schema.whyNotCompiles(select(view.name())).ifPresent((why) -> broken.put("View " + view.name(), why));
		}
		Map<String, List<String>> triggers = this.schema.objects("trigger")
			.stream()
			.sorted(Comparator.comparing((trigger) -> this.schema.object("view", trigger.table()).isPresent()))
			.collect(Collectors.groupingBy(StoredObject::table, LinkedHashMap::new,
					Collectors.mapping(StoredObject::name, Collectors.toList())));
		triggers.forEach((table,
				names) -> changes(table).forEach((statement) -> this.schema.whyNotCompiles(statement)
					.filter((why) -> !why.contains(NO_TRIGGER))
					.ifPresent((why) -> broken.put(
							((names.size() != 1) ? "One of the triggers " : "Trigger ") + String.join(", ", names)
									+ " of " + table + " (on " + statement.substring(0, statement.indexOf(' ')) + ")",
							why))));
		return broken;
	}

	/**
	 * The views that do not work.
	 * @return the views, in the order they were made
	 */
	public List<StoredObject> brokenViews() {
		return this.schema.objects("view")
			.stream()
			.filter((view) -> this.schema.whyNotCompiles(select(view.name())).isPresent())
			.toList();
	}

	/**
	 * Whether a view or trigger would work if its text were another. Of all questions
	 * this is the one SQLite answers by doing it, and taking it back.
	 * @param object the view or trigger
	 * @param sql the other text
	 * @return whether it would
	 */
	public boolean worksAs(StoredObject object, String sql) {
		this.schema.execute("SAVEPOINT works_as");
		try {
			this.schema.execute("DROP " + object.type() + " main." + Names.quote(object.name()));
			this.schema.execute(sql);
			List<String> statements = object.type().equals("view") ? List.of(select(object.name()))
					: changes(object.table());
			return statements.stream().map(this.schema::whyNotCompiles).allMatch(Optional::isEmpty);
		}
		catch (UnexpectedLiquibaseException ex) {
			// SQLite does not even take it.
			return false;
		}
		finally {
			this.schema.execute("ROLLBACK TO works_as");
			this.schema.execute("RELEASE works_as");
		}
	}

	private static String select(String view) {
		return "SELECT * FROM main." + Names.quote(view);
	}

	private List<String> changes(String table) {
		String name = "main." + Names.quote(table);
		List<String> statements = new ArrayList<>(
				List.of("DELETE FROM " + name, "INSERT INTO " + name + " DEFAULT VALUES"));
		if (this.schema.whyNotCompiles(select(table)).isEmpty()) {
			List<String> assignments = this.schema.query(
					"SELECT name FROM pragma_table_xinfo(?, 'main') WHERE hidden = 0",
					(row) -> Names.quote(row.getString(1)) + " = " + Names.quote(row.getString(1)), table);
			statements.add("UPDATE " + name + " SET " + String.join(", ", assignments));
		}
		return statements;
	}

}
