package io.soundshare.migrations.sqlite.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.sqlite.SchemaFacts;
import io.soundshare.migrations.sqlite.random.Observed.Column;
import io.soundshare.migrations.sqlite.random.Observed.Key;
import io.soundshare.migrations.sqlite.random.Observed.Table;
import org.jspecify.annotations.Nullable;

/**
 * Changes of keys and constraints.
 */
final class ConstraintSteps {

	private static final Pattern NAMED = Pattern
		.compile("(?s)CONSTRAINT (\"(?:[^\"]|\"\")*\"|\\w+) (UNIQUE|PRIMARY KEY|FOREIGN KEY|REFERENCES)\\b *(.*)");

	private final Dice dice;

	private final Observed observed;

	private final SchemaFacts facts;

	ConstraintSteps(Dice dice, Observed observed, SchemaFacts facts) {
		this.dice = dice;
		this.observed = observed;
		this.facts = facts;
	}

	Step addUnique(Table table) {
		List<String> columns = this.dice.some(table.columns(), this.dice.between(1, 2))
			.stream()
			.map(Column::name)
			.toList();
		String name = "uq" + this.dice.name();
		return new Step("addUniqueConstraint", table.name())
			.change("addUniqueConstraint", "tableName", table.name(), "columnNames", String.join(", ", columns),
					"constraintName", name)
			.require("its constraint",
					(change) -> change.name()
						.equals(table.name() + ": CONSTRAINT " + rendered(name) + " UNIQUE(" + rendered(columns) + ")")
							|| change.name()
								.equals(table.name() + ": CONSTRAINT " + rendered(name) + " UNIQUE ("
										+ rendered(columns) + ")"))
			.allow((change) -> change.sign() != '-' && change.name().startsWith(table.name() + " key u("))
			.refusable("UNIQUE constraint failed")
			.refusable(table.sql().contains("ON CONFLICT"), "conflicting ON CONFLICT clauses");
	}

	@Nullable Step dropUnique(Table table) {
		List<Named> constraints = named(table, "UNIQUE");
		if (constraints.isEmpty()) {
			return null;
		}
		Named constraint = this.dice.of(constraints);
		Step step = new Step("dropUniqueConstraint", table.name())
			.change("dropUniqueConstraint", "tableName", table.name(), "constraintName", constraint.name())
			.require("no constraint", (change) -> change.name().equals(constraint.fact()))
			.allow((change) -> change.sign() != '+' && change.name().startsWith(table.name() + " key u("))
			.allow(table.name() + " comments")
			.refusable(!this.observed.keysTo(table.name()).isEmpty(), "foreign key");
		if (constraint.column() != null || constraint.rest().contains("CONFLICT")) {
			return step.irreversible();
		}
		return step
			.back("addUniqueConstraint", "tableName", table.name(), "columnNames",
					String.join(", ", constraint.members()), "constraintName", constraint.name())
			.residue((change) -> change.name().equals(table.name() + " comments"));
	}

	@Nullable Step addPrimaryKey(Table table) {
		List<Column> candidates = table.columns()
			.stream()
			.filter((column) -> !column.generated() && !column.type().equalsIgnoreCase("INTEGER"))
			.toList();
		if (candidates.isEmpty() || (!table.primaryKey().isEmpty() && this.dice.chance(0.9))) {
			return null;
		}
		List<String> columns = this.dice.some(candidates, this.dice.between(1, 2)).stream().map(Column::name).toList();
		String name = "pk" + this.dice.name();
		return new Step("addPrimaryKey", table.name())
			.change("addPrimaryKey", "tableName", table.name(), "columnNames", String.join(", ", columns),
					"constraintName", name)
			.require("its constraint",
					(change) -> change.sign() == '+' && change.name()
						.startsWith(table.name() + ": CONSTRAINT " + rendered(name) + " PRIMARY KEY"))
			.allow((change) -> change.sign() == '+' && change.name().startsWith(table.name() + " key pk("))
			.allow((change) -> change.sign() == '-' && change.name().startsWith(table.name() + " key u("))
			.allow((change) -> isPk(columns, table, change))
			.allow((change) -> columns.stream()
				.anyMatch((column) -> isNotNullOf(table.name() + "." + column, name, change)))
			.refusable("UNIQUE constraint failed|cannot be its primary key")
			.refusable(!table.primaryKey().isEmpty(), "has a primary key already");
	}

	private static boolean isPk(List<String> columns, Table table, SchemaFacts.Change change) {
		return columns.stream().anyMatch((column) -> change.name().equals(table.name() + "." + column + " xinfo"))
				&& withoutKey(change.is()).equals(withoutKey(change.was()));
	}

	// A primary key becomes NOT NULL as well, as elsewhere.
	private static String withoutKey(String xinfo) {
		return xinfo.replaceAll("(?:pk|notnull)=\\d", "");
	}

	Step dropPrimaryKey(Table table) {
		List<String> columns = table.primaryKey().stream().map(Column::name).toList();
		Step step = new Step("dropPrimaryKey", table.name()).change("dropPrimaryKey", "tableName", table.name())
			.allow((change) -> isPk(columns, table, change))
			.allow((change) -> change.sign() == '-' && (change.name().startsWith(table.name() + ": PRIMARY KEY")
					|| (change.name().startsWith(table.name() + ": CONSTRAINT ")
							&& change.name().contains(" PRIMARY KEY"))))
			.allow((change) -> change.sign() == '-' && change.name().startsWith(table.name() + " key pk("))
			.allow((change) -> change.sign() == '+' && change.name().startsWith(table.name() + " key u("))
			.allow((change) -> columns.size() == 1 && change.name().equals(table.name() + "." + columns.get(0)))
			.allow((change) -> named(table, "PRIMARY KEY").stream()
				.anyMatch((key) -> columns.stream()
					.anyMatch((column) -> isNotNullOf(table.name() + "." + column, key.name(), back(change)))))
			.allow(table.name() + " comments", "sqlite_sequence " + table.name())
			.refusable(columns.isEmpty(), "has no primary key")
			.refusable(table.withoutRowid(), "WITHOUT ROWID and cannot be without a primary key")
			.refusable(!this.observed.keysTo(table.name()).isEmpty(), "foreign key");
		List<Named> constraints = named(table, "PRIMARY KEY");
		boolean integer = table.primaryKey().stream().anyMatch((column) -> column.type().equalsIgnoreCase("INTEGER"));
		if (constraints.size() != 1 || constraints.get(0).column() != null || integer
				|| table.primaryKey().stream().anyMatch(Column::hasNulls)
				|| constraints.get(0).rest().matches(".*(?:CONFLICT|DESC).*")) {
			return step.irreversible();
		}
		String name = constraints.get(0).name();
		return step
			.back("addPrimaryKey", "tableName", table.name(), "columnNames",
					String.join(", ", constraints.get(0).members()), "constraintName", name)
			.residue((change) -> change.name().equals(table.name() + " comments"))
			.residue((change) -> table.primaryKey()
				.stream()
				.anyMatch((column) -> isMadeNotNull(table, column, name, change)));
	}

	/** A primary key that is added makes its columns NOT NULL, by its own name. */
	private static boolean isMadeNotNull(Table table, Column column, String key, SchemaFacts.Change change) {
		String fact = table.name() + "." + column.name();
		return !column.notNull() && (isNotNullOf(fact, key, change) || (change.name().equals(fact + " xinfo")
				&& change.is().equals(change.was().replace("notnull=0", "notnull=1"))));
	}

	private static SchemaFacts.Change back(SchemaFacts.Change change) {
		return new SchemaFacts.Change(change.sign(), change.name(), change.is(), change.was());
	}

	private static boolean isNotNullOf(String column, String key, SchemaFacts.Change change) {
		return change.name().equals(column)
				&& change.is().equals((change.was() + " CONSTRAINT " + rendered(key) + " NOT NULL").strip());
	}

	@Nullable Step addForeignKey(Table table) {
		Table parent = this.dice.of(this.observed.tables());
		List<List<String>> keys = new ArrayList<>(parent.unique());
		if (parent.primaryKey().size() == 1) {
			keys.add(List.of(parent.primaryKey().get(0).name()));
		}
		keys.removeIf((key) -> key.size() > table.columns().size());
		if (keys.isEmpty()) {
			return null;
		}
		List<String> key = this.dice.of(keys);
		// An action could not write a generated column.
		List<String> columns = this.dice
			.some(table.columns().stream().filter((column) -> !column.generated()).toList(), key.size())
			.stream()
			.map(Column::name)
			.toList();
		if (columns.size() < key.size()) {
			return null;
		}
		String name = "fk" + this.dice.name();
		String action = this.dice.of("CASCADE", "SET NULL", "RESTRICT", "SET DEFAULT", "NO ACTION");
		boolean deferred = this.dice.chance(0.2);
		return new Step("addForeignKeyConstraint", table.name()).refersTo(parent.name())
			.change("addForeignKeyConstraint", "baseTableName", table.name(), "baseColumnNames",
					String.join(", ", columns), "referencedTableName", parent.name(), "referencedColumnNames",
					String.join(", ", key), "constraintName", name, "onDelete", action, "deferrable", deferred,
					"initiallyDeferred", deferred)
			.require("its constraint",
					(change) -> change.sign() == '+' && change.name()
						.startsWith(table.name() + ": CONSTRAINT " + rendered(name) + " FOREIGN KEY"))
			.require("its foreign key",
					(change) -> change.sign() != '-' && change.name()
						.equals(table.name() + " -> " + parent.name() + " (" + String.join(", ", columns) + ") to ("
								+ String.join(", ", key) + ") on delete " + action + " on update NO ACTION"))
			.refusable("row\\(s\\) violate the foreign key");
	}

	@Nullable Step dropForeignKey(Table table) {
		List<Named> constraints = new ArrayList<>(named(table, "FOREIGN KEY"));
		constraints.addAll(named(table, "REFERENCES"));
		if (constraints.isEmpty()) {
			return null;
		}
		Named constraint = this.dice.of(constraints);
		Step step = new Step("dropForeignKeyConstraint", table.name())
			.change("dropForeignKeyConstraint", "baseTableName", table.name(), "constraintName", constraint.name())
			.require("no constraint", (change) -> change.name().equals(constraint.fact()))
			.require("no foreign key",
					(change) -> change.sign() != '+' && change.name().startsWith(table.name() + " -> "))
			.allow((change) -> change.sign() != '+' && change.name().startsWith(table.name() + " violates -> "))
			.allow(table.name() + " comments");
		List<String> members = constraint.members();
		List<Key> keys = table.foreign().stream().filter((key) -> key.from().equals(members)).toList();
		if (constraint.column() != null || keys.size() != 1 || keys.get(0).to().isEmpty()
				|| this.facts.facts()
					.keySet()
					.stream()
					.anyMatch((name) -> name.startsWith(table.name() + " violates"))) {
			return step.irreversible();
		}
		Key key = keys.get(0);
		boolean deferred = constraint.rest().contains("INITIALLY DEFERRED");
		return step
			.back("addForeignKeyConstraint", "baseTableName", table.name(), "baseColumnNames",
					String.join(", ", key.from()), "referencedTableName", key.parent(), "referencedColumnNames",
					String.join(", ", key.to()), "constraintName", constraint.name(), "onDelete", key.onDelete(),
					"onUpdate", key.onUpdate(), "initiallyDeferred", deferred, "deferrable", deferred)
			.residue((change) -> change.name().equals(table.name() + " comments")
					|| change.name().startsWith(table.name() + ": CONSTRAINT " + rendered(constraint.name())));
	}

	Step dropAllForeignKeys(Table table) {
		List<String> children = table.foreign().stream().flatMap((key) -> key.from().stream()).toList();
		return new Step("dropAllForeignKeyConstraints", table.name())
			.change("dropAllForeignKeyConstraints", "baseTableName", table.name())
			.irreversible()
			.allow((change) -> change.sign() == '-' && change.name().startsWith(table.name() + " -> "))
			.allow((change) -> change.sign() == '-' && change.name().startsWith(table.name() + " violates -> "))
			.allow((change) -> change.sign() == '-' && change.name().startsWith(table.name() + ": ")
					&& change.name().contains("FOREIGN KEY"))
			.allow((change) -> change.sign() == '~' && change.was().contains("REFERENCES")
					&& !change.is().contains("REFERENCES")
					&& children.stream().anyMatch((child) -> change.name().equals(table.name() + "." + child)))
			.allow(table.name() + " comments");
	}

	@Nullable Step addAutoIncrement(Table table) {
		List<Column> key = table.primaryKey();
		if (key.size() != 1 || !key.get(0).type().equalsIgnoreCase("INTEGER") || table.withoutRowid()
				|| table.unique().stream().anyMatch((unique) -> unique.equals(List.of(key.get(0).name())))) {
			return null;
		}
		String prefix = table.name() + "." + key.get(0).name();
		return new Step("addAutoIncrement", table.name())
			.change("addAutoIncrement", "tableName", table.name(), "columnName", key.get(0).name(), "columnDataType",
					"int")
			.irreversible()
			.allow((change) -> change.name().equals(prefix) && change.is().contains("AUTOINCREMENT"))
			.allow((change) -> change.sign() == '-' && change.name().startsWith(table.name() + ": ")
					&& change.name().contains("PRIMARY KEY"))
			.allow((change) -> change.sign() == '+' && change.name().equals("sqlite_sequence " + table.name()))
			.allow(table.name() + " comments");
	}

	private List<Named> named(Table table, String kind) {
		List<Named> found = new ArrayList<>();
		this.facts.facts().forEach((name, value) -> {
			if (name.startsWith(table.name() + ": ")) {
				add(found, null, name, name.substring(table.name().length() + 2), kind);
			}
			table.columns()
				.stream()
				.filter((column) -> name.equals(table.name() + "." + column.name()))
				.findFirst()
				.ifPresent((column) -> {
					int at = value.indexOf("CONSTRAINT ");
					while (at >= 0) {
						add(found, column.name(), name, value.substring(at), kind);
						at = value.indexOf("CONSTRAINT ", at + 1);
					}
				});
		});
		return found;
	}

	private static void add(List<Named> found, @Nullable String column, String fact, String text, String kind) {
		Matcher matcher = NAMED.matcher(text);
		if (matcher.matches() && matcher.group(2).equals(kind)) {
			found.add(new Named(unquoted(matcher.group(1)), column, fact, matcher.group(3)));
		}
	}

	static String rendered(String name) {
		return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : RandomSchema.quote(name);
	}

	private static String rendered(List<String> names) {
		return String.join(", ", names.stream().map(ConstraintSteps::rendered).toList());
	}

	private static String unquoted(String name) {
		return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
	}

	record Named(String name, @Nullable String column, String fact, String rest) {

		/** The columns in the first parentheses of a table constraint. */
		List<String> members() {
			Matcher list = Pattern.compile("\\((.*?)\\)").matcher(this.rest);
			if (this.column != null || !list.find()) {
				return (this.column != null) ? List.of(this.column) : List.of();
			}
			List<String> members = new ArrayList<>();
			for (String member : list.group(1).split(", ?")) {
				members.add(unquoted(member.replaceAll("(?i) (?:desc|asc)$", "")));
			}
			return members;
		}

		@Override
		public String toString() {
			return this.name.toLowerCase(Locale.ROOT);
		}

	}

}
