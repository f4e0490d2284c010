package io.soundshare.migrations.engine.recording.postgres;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.soundshare.migrations.engine.recording.postgres.Catalog.Group;
import org.jspecify.annotations.Nullable;

/**
 * Makes and drops the objects of a catalogue, by the names they have in it.
 */
final class Ddl {

	private final Catalog catalog;

	Ddl(Catalog catalog) {
		this.catalog = catalog;
	}

	Group group(Item item) {
		return Objects.requireNonNull(this.catalog.group(item.owner()));
	}

	/** What an object is a part of. */
	Item owner(Item part) {
		return group(part).whole();
	}

	/**
	 * The name of an object as {@code ALTER} and {@code DROP} have it, with the word for
	 * it.
	 */
	String named(Item item) {
		return word(item) + " " + name(item);
	}

	String name(Item item) {
		return switch (item.kind()) {
			case ROUTINE -> item.qualified() + "(" + arguments(item) + ")";
			case COLUMN -> owner(item).qualified() + "." + Names.quoted(item.name());
			case INDEX, STATISTICS, SEQUENCE, TABLE, VIEW, TYPE -> item.qualified();
			case CONSTRAINT, FOREIGN_KEY, TRIGGER, RULE, POLICY -> Names.quoted(item.name()) + " ON "
					+ ((item.owner().catalog() == Key.TYPES) ? "DOMAIN " : "") + owner(item).qualified();
			default -> Names.quoted(item.name());
		};
	}

	static String word(Item item) {
		return switch (item.kind()) {
			case ROUTINE -> switch (item.get("type")) {
				case "p" -> "PROCEDURE";
				case "a" -> "AGGREGATE";
				default -> "FUNCTION";
			};
			case TABLE -> item.is("relkind", "f") ? "FOREIGN TABLE" : "TABLE";
			case VIEW -> item.is("relkind", "m") ? "MATERIALIZED VIEW" : "VIEW";
			case TYPE -> item.is("type", "d") ? "DOMAIN" : "TYPE";
			default -> item.kind().word();
		};
	}

	private static String arguments(Item routine) {
		String arguments = routine.get("arguments");
		return (routine.is("type", "a") && arguments.isEmpty()) ? "*" : arguments;
	}

	String alter(Item owner, String what) {
		String word = (owner.kind() == Kind.TYPE) ? word(owner) : "TABLE";
		return "ALTER " + word + " " + owner.qualified() + " " + what;
	}

	/** What drops an object. */
	String drop(Item item) {
		return switch (item.kind()) {
			case COLUMN -> alter(owner(item), ((owner(item).kind() == Kind.TYPE) ? "DROP ATTRIBUTE " : "DROP COLUMN ")
					+ Names.quoted(item.name()));
			case DEFAULT -> alter(owner(item), "ALTER COLUMN " + Names.quoted(item.name()) + " DROP DEFAULT");
			case CONSTRAINT, FOREIGN_KEY -> alter(owner(item), "DROP CONSTRAINT " + Names.quoted(item.name()));
			case INHERITANCE -> item.isSet("partition") ? alter(parent(item), "DETACH PARTITION " + item.qualified())
					: alter(item, "NO INHERIT " + parent(item).qualified());
			default -> "DROP " + named(item);
		};
	}

	/** The column a sequence belongs to. */
	@Nullable Item columnOf(Item sequence) {
		return sequence.has("ownedby")
				? this.catalog.column(Key.relation(sequence.number("ownedby")), (int) sequence.number("ownedcolumn"))
				: null;
	}

	Item parent(Item inheritance) {
		return this.catalog.item(Key.relation(inheritance.number("parent")));
	}

	/** What makes an object that is not made with another one. */
	String create(Item item) {
		return switch (item.kind()) {
			case SCHEMA -> "CREATE SCHEMA " + Names.quoted(item.name());
			case EXTENSION -> "CREATE EXTENSION " + Names.quoted(item.name()) + " WITH SCHEMA "
					+ Names.quoted(item.get("inschema")) + " VERSION " + Names.literal(item.get("release"));
			case TYPE -> type(item);
			case SEQUENCE ->
				"CREATE %sSEQUENCE %s %s".formatted(unlogged(item), item.qualified(), item.get("parameters"));
			case TABLE -> table(item);
			case COLUMN -> alter(owner(item),
					((owner(item).kind() == Kind.TYPE) ? "ADD ATTRIBUTE " : "ADD COLUMN ") + column(item));
			case DEFAULT -> alter(owner(item),
					"ALTER COLUMN %s SET DEFAULT %s".formatted(Names.quoted(item.name()), item.get("definition")));
			case CONSTRAINT, FOREIGN_KEY -> alter(owner(item), "ADD CONSTRAINT %s %s"
				.formatted(Names.quoted(item.name()), Expressions.again(item.get("definition"))));
			case INHERITANCE -> inheritance(item);
			case VIEW -> view(item, "");
			case POLICY -> "CREATE POLICY " + name(item) + Expressions.again(item.get("definition"));
			case ROUTINE -> item.is("type", "a") ? "CREATE AGGREGATE %s(%s) (%s)".formatted(item.qualified(),
					arguments(item), item.get("aggregation")) : item.get("definition");
			default -> Expressions.again(item.get("definition"));
		};
	}

	/** What puts an object in the place of another of the same name. */
	String replace(Item item) {
		return (item.kind() == Kind.VIEW) ? view(item, "OR REPLACE ") : create(item);
	}

	private String view(Item view, String replace) {
		String query = Expressions.again(view.get("definition"));
		query = query.endsWith(";") ? query.substring(0, query.length() - 1) : query;
		return view.is("relkind", "m")
				? "CREATE MATERIALIZED VIEW %s%s AS%n%s%nWITH %sDATA".formatted(view.qualified(), using(view), query,
						view.isSet("populated") ? "" : "NO ")
				: "CREATE %sVIEW %s AS%n%s".formatted(replace, view.qualified(), query);
	}

	private static String using(Item item) {
		return item.has("method") ? " USING " + item.get("method") : "";
	}

	private static String unlogged(Item item) {
		return item.is("persistence", "u") ? "UNLOGGED " : "";
	}

	private String type(Item type) {
		String name = type.qualified();
		return switch (type.get("type")) {
			case "e" -> "CREATE TYPE %s AS ENUM (%s)".formatted(name,
					type.has("labels") ? Arrays.stream(type.get("labels").split("\n"))
						.map(Names::literal)
						.collect(Collectors.joining(", ")) : "");
			case "d" -> "CREATE DOMAIN " + name + " AS " + type.get("base")
					+ (type.has("collation") ? " COLLATE " + type.get("collation") : "")
					+ (type.has("value") ? " DEFAULT " + type.get("value") : "")
					+ (type.has("required") ? " NOT NULL" : "");
			case "r" -> "CREATE TYPE %s AS RANGE (%s)".formatted(name, type.get("range"));
			default -> "CREATE TYPE %s AS (%s)".formatted(name, columns(type, false));
		};
	}

	private String table(Item table) {
		List<Item> parents = this.catalog.parts(table.key(), Kind.INHERITANCE)
			.stream()
			.filter((item) -> item.is("relkind", "r") && !item.isSet("partition"))
			.toList();
		StringBuilder sql = new StringBuilder("CREATE ").append(unlogged(table))
			.append("TABLE ")
			.append(table.qualified());
		if (table.has("oftype")) {
			sql.append(" OF ").append(table.get("oftype"));
		}
		else {
			sql.append(" (").append(columns(table, !parents.isEmpty())).append(")");
		}
		if (!parents.isEmpty()) {
			sql.append(" INHERITS (")
				.append(parents.stream().map((item) -> parent(item).qualified()).collect(Collectors.joining(", ")))
				.append(")");
		}
		if (table.has("partitioning")) {
			sql.append(" PARTITION BY ").append(table.get("partitioning"));
		}
		sql.append(using(table));
		return table.has("tablespace") ? sql.append(" TABLESPACE ").append(table.get("tablespace")).toString()
				: sql.toString();
	}

	private String columns(Item table, boolean localOnly) {
		return this.catalog.parts(table.key(), Kind.COLUMN)
			.stream()
			.filter((column) -> !localOnly || column.isSet("local"))
			.map((column) -> column(column)
					+ ((column.isSet("required") && !column.has("identity")) ? required(column) : ""))
			.collect(Collectors.joining(", "));
	}

	/** Since version 18 that is a constraint, and has a name. */
	private static String required(Item column) {
		return (column.has("requirement") ? " CONSTRAINT " + Names.quoted(column.get("requirement")) : "")
				+ " NOT NULL";
	}

	/** A column without what would ask something of the rows that are there. */
	private String column(Item column) {
		String sql = Names.quoted(column.name()) + " " + column.get("type");
		if (column.has("collation")) {
			sql += " COLLATE " + column.get("collation");
		}
		if (column.has("generated")) {
			sql += " GENERATED ALWAYS AS (" + Expressions.again(column.get("value")) + ") "
					+ (column.is("generated", "v") ? "VIRTUAL" : "STORED");
		}
		return sql;
	}

	private String inheritance(Item item) {
		if (item.is("relkind", "i") || item.is("relkind", "I")) {
			return "ALTER INDEX %s ATTACH PARTITION %s".formatted(parent(item).qualified(), item.qualified());
		}
		return item.isSet("partition")
				? alter(parent(item), "ATTACH PARTITION %s %s".formatted(item.qualified(), item.get("bound")))
				: alter(item, "INHERIT " + parent(item).qualified());
	}

}
