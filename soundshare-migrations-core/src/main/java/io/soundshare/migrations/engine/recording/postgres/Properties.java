package io.soundshare.migrations.engine.recording.postgres;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The properties of objects, in the order they are given.
 */
final class Properties {

	private static final Map<String, String> STORAGE = Map.of("p", "PLAIN", "e", "EXTERNAL", "m", "MAIN", "x",
			"EXTENDED");

	private final Ddl ddl;

	private final Privileges privileges;

	Properties(Catalog catalog, List<String> grantees) {
		this.ddl = new Ddl(catalog);
		this.privileges = new Privileges(this.ddl, grantees);
	}

	/** Those of an object that is made anew. */
	Map<String, Property> ofNew(Item item) {
		Map<String, Property> properties = of(item);
		Property plain = properties.containsKey("acl") ? null : this.privileges.plain(item);
		if (plain != null) {
			properties.put("acl", plain);
		}
		return properties;
	}

	Map<String, Property> of(Item item) {
		Map<String, Property> properties = new LinkedHashMap<>();
		switch (item.kind()) {
			case TABLE -> table(item, properties);
			case VIEW -> options(item, "ALTER " + this.ddl.named(item), properties);
			case COLUMN -> column(item, properties);
			case SEQUENCE -> sequence(item, properties);
			case TYPE -> type(item, properties);
			case CONSTRAINT, INDEX -> index(item, properties);
			case TRIGGER, RULE -> enabled(item, properties);
			case STATISTICS ->
				number(item, "target", "ALTER STATISTICS " + item.qualified() + " SET STATISTICS ", "-1", properties);
			case EXTENSION ->
				properties
					.put("release",
							new Property(
									item.get("release"), "ALTER EXTENSION %s UPDATE TO %s"
										.formatted(Names.quoted(item.name()), Names.literal(item.get("release"))),
									null, true));
			default -> {
			}
		}
		if (item.has("comment")) {
			String comment = "COMMENT ON " + this.ddl.named(item) + " IS ";
			properties.put("comment", Property.later(item.get("comment"), comment + Names.literal(item.get("comment")),
					comment + "NULL"));
		}
		this.privileges.add(item, properties);
		if (item.has("role")) {
			properties.put("role", new Property(item.get("role"),
					"ALTER %s OWNER TO %s".formatted(this.ddl.named(item), item.get("role")), null, true));
		}
		return properties;
	}

	private void table(Item table, Map<String, Property> properties) {
		if (table.is("relkind", "r")) {
			properties.put("persistence", new Property(table.get("persistence"),
					this.ddl.alter(table, table.is("persistence", "u") ? "SET UNLOGGED" : "SET LOGGED"), null, true));
			properties.put("tablespace", new Property(table.get("tablespace"),
					this.ddl.alter(table,
							"SET TABLESPACE " + (table.has("tablespace") ? table.get("tablespace") : "pg_default")),
					null, true));
		}
		options(table, "ALTER TABLE " + table.qualified(), properties);
		if (table.is("replica", "f") || table.is("replica", "n")) {
			properties.put("replica",
					Property.later(table.get("replica"),
							this.ddl.alter(table,
									"REPLICA IDENTITY " + (table.is("replica", "f") ? "FULL" : "NOTHING")),
							this.ddl.alter(table, "REPLICA IDENTITY DEFAULT")));
		}
		if (table.has("secured")) {
			properties.put("secured", Property.later("t", this.ddl.alter(table, "ENABLE ROW LEVEL SECURITY"),
					this.ddl.alter(table, "DISABLE ROW LEVEL SECURITY")));
		}
		if (table.has("forced")) {
			properties.put("forced", Property.later("t", this.ddl.alter(table, "FORCE ROW LEVEL SECURITY"),
					this.ddl.alter(table, "NO FORCE ROW LEVEL SECURITY")));
		}
	}

	private static void options(Item item, String alter, Map<String, Property> properties) {
		if (item.has("options") && !item.get("options").isEmpty()) {
			String[] options = item.get("options").split("\n");
			String set = Arrays.stream(options)
				.map((option) -> option.split("=", 2))
				.map((option) -> option[0] + " = " + Names.literal(option[1]))
				.collect(Collectors.joining(", "));
			String reset = Arrays.stream(options)
				.map((option) -> option.split("=", 2)[0])
				.collect(Collectors.joining(", "));
			properties.put("options", Property.later(item.get("options"), "%s SET (%s)".formatted(alter, set),
					"%s RESET (%s)".formatted(alter, reset)));
		}
	}

	private void column(Item column, Map<String, Property> properties) {
		Item table = this.ddl.owner(column);
		if (table.kind() != Kind.TABLE) {
			return;
		}
		String alter = this.ddl.alter(table, "ALTER COLUMN " + Names.quoted(column.name())) + " ";
		if (column.has("required")) {
			String requirement = column.has("requirement")
					? this.ddl.alter(table, "ADD CONSTRAINT %s NOT NULL %s"
						.formatted(Names.quoted(column.get("requirement")), Names.quoted(column.name())))
					: alter + "SET NOT NULL";
			properties.put("required",
					Property.later("t " + column.get("requirement"), requirement, alter + "DROP NOT NULL"));
		}
		// Those of tables that inherit it have their own.
		String only = alter.replaceFirst("^ALTER TABLE (ONLY )?", "ALTER TABLE ONLY ");
		if (column.has("storage") && STORAGE.containsKey(column.get("plainstorage"))) {
			properties.put("storage",
					Property.later(column.get("storage"), only + "SET STORAGE " + STORAGE.get(column.get("storage")),
							only + "SET STORAGE " + STORAGE.get(column.get("plainstorage"))));
		}
		if (column.has("compression")) {
			properties.put("compression",
					Property.later(column.get("compression"),
							alter + "SET COMPRESSION " + (column.is("compression", "l") ? "lz4" : "pglz"),
							alter + "SET COMPRESSION default"));
		}
		number(column, "target", only + "SET STATISTICS ", "-1", properties);
		options(column, alter.stripTrailing(), properties);
	}

	private static void number(Item item, String value, String set, @Nullable String none,
			Map<String, Property> properties) {
		if (item.has(value)) {
			properties.put(value, Property.later(item.get(value), set + item.get(value), set + none));
		}
	}

	private void sequence(Item sequence, Map<String, Property> properties) {
		String alter = "ALTER SEQUENCE " + sequence.qualified() + " ";
		properties.put("parameters",
				new Property(sequence.get("parameters"), alter + sequence.get("parameters"), null, true));
		Item column = sequence.is("owned", "a") ? this.ddl.columnOf(sequence) : null;
		if (column != null) {
			properties.put("owned", Property.later(column.key().toString(), alter + "OWNED BY " + this.ddl.name(column),
					alter + "OWNED BY NONE"));
		}
	}

	private void type(Item type, Map<String, Property> properties) {
		if (type.is("type", "d")) {
			String alter = "ALTER DOMAIN " + type.qualified() + " ";
			if (type.has("required")) {
				properties.put("required", new Property("t", alter + "SET NOT NULL", alter + "DROP NOT NULL", true));
			}
			if (type.has("value")) {
				properties.put("value", new Property(type.get("value"), alter + "SET DEFAULT " + type.get("value"),
						alter + "DROP DEFAULT", true));
			}
		}
	}

	private void index(Item index, Map<String, Property> properties) {
		Item table = this.ddl.owner(index);
		if (index.kind() == Kind.CONSTRAINT) {
			options(index, "ALTER INDEX " + index.qualified(), properties);
		}
		if (index.has("tablespace")) {
			String move = "ALTER INDEX " + index.qualified() + " SET TABLESPACE ";
			properties.put("tablespace",
					Property.later(index.get("tablespace"), move + index.get("tablespace"), move + "pg_default"));
		}
		if (index.has("replicated")) {
			properties.put("replicated",
					Property.later("t",
							this.ddl.alter(table, "REPLICA IDENTITY USING INDEX " + Names.quoted(index.name())),
							this.ddl.alter(table, "REPLICA IDENTITY DEFAULT")));
		}
		if (index.has("clustered")) {
			properties.put("clustered",
					Property.later("t", this.ddl.alter(table, "CLUSTER ON " + Names.quoted(index.name())),
							this.ddl.alter(table, "SET WITHOUT CLUSTER")));
		}
		if (index.has("targets")) {
			String[] targets = index.get("targets").split(" ");
			for (int i = 0; i < targets.length; i += 2) {
				number(new Item(index.key(), index.kind(), index.owner(), "", "", "", Map.of("target", targets[i + 1])),
						"target",
						"ALTER INDEX %s ALTER COLUMN %s SET STATISTICS ".formatted(index.qualified(), targets[i]), "-1",
						properties);
			}
		}
	}

	private void enabled(Item item, Map<String, Property> properties) {
		if (!item.is("enabled", "O")) {
			String how = switch (item.get("enabled")) {
				case "D" -> "DISABLE ";
				case "R" -> "ENABLE REPLICA ";
				default -> "ENABLE ALWAYS ";
			};
			String named = item.kind().word() + " " + Names.quoted(item.name());
			Item table = this.ddl.owner(item);
			properties.put("enabled", Property.later(item.get("enabled"), this.ddl.alter(table, how + named),
					this.ddl.alter(table, "ENABLE " + named)));
		}
	}

}
