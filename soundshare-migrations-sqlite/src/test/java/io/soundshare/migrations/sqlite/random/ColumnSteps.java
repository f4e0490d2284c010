package io.soundshare.migrations.sqlite.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.soundshare.migrations.sqlite.SchemaFacts.Change;
import io.soundshare.migrations.sqlite.SqlText;
import io.soundshare.migrations.sqlite.random.Observed.Column;
import io.soundshare.migrations.sqlite.random.Observed.Table;
import org.jspecify.annotations.Nullable;

/**
 * Changes of columns.
 */
final class ColumnSteps {

	private static final String CONSTRAINT_FAILED = "constraint failed|cannot store \\w+ value in|violate the foreign key";

	private final Dice dice;

	private final Observed observed;

	ColumnSteps(Dice dice, Observed observed) {
		this.dice = dice;
		this.observed = observed;
	}

	Step add(Table table) {
		String name = this.dice.name();
		String prefix = table.name() + "." + name;
		Step step = new Step("addColumn", table.name());
		List<Object> column = new ArrayList<>(List.of("name", name));
		List<Object> constraints = new ArrayList<>();
		String cell = "NULL";
		switch (this.dice.upTo(table.strict() ? 3 : 5)) {
			case 0 -> column.addAll(List.of("type", "text"));
			case 1 -> {
				column.addAll(List.of("type", "int", "defaultValueNumeric", 5));
				cell = "5";
			}
			case 2 -> {
				column.addAll(List.of("type", "text", "defaultValue", "it's; -- x"));
				cell = "'it''s; -- x'";
			}
			case 3 -> {
				column.addAll(List.of("type", "varchar(30)", "defaultValueComputed", "lower('ABC') || 'd'"));
				cell = "'abcd'";
			}
			default ->
				column.addAll(List.of("type", this.dice.of("boolean", "decimal(10,2)", "bigint", "blob", "date")));
		}
		boolean several = table.rows() > 1;
		int kind = this.dice.upTo(8);
		if (kind == 0) {
			constraints.addAll(List.of("nullable", false));
			step.refusable(cell.equals("NULL") && table.rows() > 0, "NOT NULL|null");
		}
		else if (kind == 1) {
			constraints.addAll(List.of("unique", true, "uniqueConstraintName", "uq" + this.dice.name()));
			step.refusable(!cell.equals("NULL") && several, "UNIQUE constraint failed");
			step.require("its key", (change) -> change.name().startsWith(table.name() + " key u("));
			step.allow((change) -> change.name().startsWith(table.name() + ": ") && change.sign() == '+'
					&& change.name().contains("UNIQUE"));
		}
		else if (kind == 2 && cell.equals("NULL")) {
			Table parent = this.dice.of(this.observed.tables());
			if (parent.primaryKey().size() == 1) {
				step.refersTo(parent.name());
				constraints.addAll(List.of("foreignKeyName", "fk" + this.dice.name(), "referencedTableName",
						parent.name(), "referencedColumnNames", parent.primaryKey().get(0).name()));
				step.require("its foreign key", (change) -> change.name().startsWith(table.name() + " -> "));
				step.allow((change) -> change.name().startsWith(table.name() + ": ") && change.sign() == '+'
						&& change.name().contains("FOREIGN KEY"));
			}
		}
		Column neighbour = this.dice.of(table.columns());
		int place = this.dice.upTo(6);
		if (place < 2) {
			column.addAll(List.of((place == 0) ? "beforeColumn" : "afterColumn", neighbour.name()));
		}
		if (!constraints.isEmpty()) {
			column.addAll(List.of("constraints", Step.attributes(constraints.toArray())));
		}
		String expected = (table.rows() > 1) ? cell + " x" + table.rows() : cell;
		step.require("+ " + prefix + " cells = " + expected, (change) -> change.name().equals(prefix + " cells")
				&& ((table.rows() == 0) ? change.is().isEmpty() : change.is().endsWith(expected)));
		return step
			.change("addColumn", "tableName", table.name(), "columns", List.of(Step.map("column", column.toArray())))
			.require('+', prefix)
			.require('+', prefix + " xinfo")
			.require("its place in the order",
					(change) -> change.name().equals(table.name() + " order")
							&& isInserted(change, name, neighbour.name(), place))
			.allow(this::isStarView);
	}

	private static boolean isInserted(Change change, String name, String neighbour, int place) {
		List<String> was = new ArrayList<>(Arrays.asList(change.was().split(", ")));
		int at = (place == 0) ? was.indexOf(neighbour) : ((place == 1) ? was.indexOf(neighbour) + 1 : was.size());
		was.add(at, name);
		return String.join(", ", was).equals(change.is());
	}

	private boolean isStarView(Change change) {
		return change.sign() == '~' && this.observed.of("view")
			.stream()
			.anyMatch((view) -> change.name().equals("view " + view.name() + " columns") && view.sql().contains("*"));
	}

	@Nullable Step drop(Table table) {
		Optional<Column> found = column(table, (column) -> Dice.hasCore(column.name()));
		if (found.isEmpty()) {
			return null;
		}
		Column column = found.get();
		String name = table.name();
		String prefix = name + "." + column.name();
		boolean parent = this.observed.keysTo(name)
			.stream()
			.anyMatch((key) -> key.to().isEmpty() || key.to().stream().anyMatch(column.name()::equalsIgnoreCase));
		List<String> indexes = this.observed.of("index")
			.stream()
			.filter((index) -> index.table().equalsIgnoreCase(name) && Observed.mentions(index.sql(), column.name()))
			.map((index) -> "index " + index.name())
			.toList();
		return new Step("dropColumn", name).change("dropColumn", "tableName", name, "columnName", column.name())
			.irreversible()
			.require('-', prefix)
			.require('-', prefix + " xinfo")
			.require('-', prefix + " cells")
			.allow(name + " order", name + " comments")
			.allow((change) -> change.sign() != '+'
					&& (change.name().startsWith(name + ": ") || change.name().startsWith(name + " key ")
							|| change.name().startsWith(name + " -> "))
					&& Observed.mentions(change.name().substring(name.length()), column.name()))
			.allow((change) -> change.sign() == '-' && indexes.stream().anyMatch(change.name()::startsWith))
			.allow((change) -> change.sign() != '+' && table.foreign()
				.stream()
				.filter((key) -> key.from().stream().anyMatch(column.name()::equalsIgnoreCase))
				.anyMatch((key) -> change.name().startsWith(name + " violates -> " + key.parent() + " rowid ")))
			.allow((change) -> column.key() > 0 && change.name().matches("(?s)\\Q" + name + "\\E\\..* xinfo"))
			.allow((change) -> column.key() > 0 && change.name().equals("sqlite_sequence " + name))
			.allow(this::isStarView)
			.refusable(this.observed.isUsed(column.name()),
					"would no longer work|watches column|error in (?:trigger|view) .* after drop column|uses column")
			.refusable(table.isMentionedTwice(column), "is generated from")
			.refusable(
					table.columns().size() == 1 || table.columns().stream().filter((c) -> !c.generated()).count() == 1,
					"only one of table|at least one non-generated|must have at least one")
			.refusable(parent, "foreign key")
			.refusable(column.key() > 0 && table.withoutRowid(), "(?i)primary key");
	}

	@Nullable Step rename(Table table) {
		Optional<Column> found = column(table, (column) -> Dice.hasCore(column.name()));
		if (found.isEmpty()) {
			return null;
		}
		String to = this.dice.name();
		return new Step("renameColumn", table.name())
			.change("renameColumn", "tableName", table.name(), "oldColumnName", found.get().name(), "newColumnName", to,
					"columnDataType", "text")
			.rename(found.get().name(), to)
			.refusable(this.observed.isUsed(found.get().name()),
					"error in (?:view|trigger) .* after rename|would no longer work|uses column");
	}

	@Nullable Step addNotNull(Table table) {
		Optional<Column> found = column(table,
				(column) -> !column.notNull() && !column.generated() && column.key() == 0);
		if (found.isEmpty()) {
			return null;
		}
		Column column = found.get();
		String prefix = table.name() + "." + column.name();
		Step step = new Step("addNotNullConstraint", table.name());
		String filling = null;
		if (column.hasNulls() && this.dice.chance(0.6) && !this.observed.firesOnUpdate(table.name())) {
			filling = "0";
			step.irreversible()
				.require('~', prefix + " cells")
				.allow((change) -> isGeneratedFrom(table, column, change))
				.allow((change) -> change.name().startsWith(table.name() + " violates"))
				.refusable(CONSTRAINT_FAILED)
				.refusable("(?i)foreign key");
		}
		else {
			step.refusable(column.hasNulls(), "NOT NULL constraint failed|NULL");
		}
		return step
			.change("addNotNullConstraint", "tableName", table.name(), "columnName", column.name(), "columnDataType",
					"int", "defaultNullValue", filling)
			.require("NOT NULL",
					(change) -> change.name().equals(prefix)
							&& tokens(change.is().replaceFirst("NOT NULL", "")).equals(tokens(change.was())))
			.require("notnull=1", (change) -> change.name().equals(prefix + " xinfo")
					&& change.is().equals(change.was().replace("notnull=0", "notnull=1")));
	}

	@Nullable Step dropNotNull(Table table) {
		Optional<Column> found = column(table,
				(column) -> column.notNull() && !column.generated() && column.key() == 0);
		if (found.isEmpty()) {
			return null;
		}
		String prefix = table.name() + "." + found.get().name();
		return new Step("dropNotNullConstraint", table.name())
			.change("dropNotNullConstraint", "tableName", table.name(), "columnName", found.get().name(),
					"columnDataType", "int")
			.require("no NOT NULL",
					(change) -> change.name().equals(prefix) && change.was().contains("NOT NULL")
							&& !change.is().contains("NOT NULL"))
			.require("notnull=0",
					(change) -> change.name().equals(prefix + " xinfo")
							&& change.is().equals(change.was().replace("notnull=1", "notnull=0")))
			.residue((change) -> change.name().equals(prefix) && change.is().contains("NOT NULL")
					&& (tokens(change.was()).equals(tokens(change.is())) || change.was().contains("CONFLICT")
							|| change.was().contains("CONSTRAINT")));
	}

	@Nullable Step addDefault(Table table) {
		Optional<Column> found = column(table, (column) -> !column.generated());
		if (found.isEmpty()) {
			return null;
		}
		Column column = found.get();
		String prefix = table.name() + "." + column.name();
		String kind = this.dice.of("defaultValue", "defaultValueNumeric", "defaultValueComputed",
				"defaultValueBoolean");
		Object value = switch (kind) {
			case "defaultValueNumeric" -> this.dice.of(7, -12);
			case "defaultValueBoolean" -> true;
			case "defaultValueComputed" -> this.dice.of("CURRENT_TIMESTAMP", "lower('X') || 'y'", "1 + 2");
			default -> this.dice.of("new; 'text'", "", "a\"b");
		};
		Step step = new Step("addDefaultValue", table.name())
			.change("addDefaultValue", "tableName", table.name(), "columnName", column.name(), "columnDataType",
					this.dice.of("text", null), kind, value)
			.allow(prefix)
			.allow((change) -> change.name().equals(prefix + " xinfo") && onlyDefault(change)
					&& !change.is().contains("default=null"));
		column.defaultSql()
			.ifPresent((sql) -> step.back("addDefaultValue", "tableName", table.name(), "columnName", column.name(),
					"defaultValueComputed", sql));
		return step.allow((change) -> isWithoutComments(table, column, change))
			.residue((change) -> isWithoutComments(table, column, change))
			.residue((change) -> change.name().equals(prefix)
					&& tokens(change.is().replaceAll("[()]", "")).equals(tokens(change.was().replaceAll("[()]", ""))));
	}

	/**
	 * Whether a difference is that the comments inside of a column's default went with
	 * it: Liquibase takes them out of what it is given as a default.
	 */
	private static boolean isWithoutComments(Table table, Column column, Change change) {
		String sql = column.defaultSql().orElse("");
		String was = change.was();
		if (change.name().equals(table.name() + " comments")) {
			for (String comment : SqlText.comments(sql)) {
				was = was.replaceFirst(" ?" + Pattern.quote(comment) + " ?", " ").strip();
			}
			return !was.equals(change.was()) && was.equals(change.is());
		}
		return !SqlText.comments(sql).isEmpty() && change.name().equals(table.name() + "." + column.name() + " xinfo")
				&& SqlText.normalise(change.is()).equals(SqlText.normalise(was));
	}

	@Nullable Step dropDefault(Table table) {
		Optional<Column> found = column(table, (column) -> column.defaultSql().isPresent());
		if (found.isEmpty()) {
			return null;
		}
		Column column = found.get();
		String prefix = table.name() + "." + column.name();
		return new Step("dropDefaultValue", table.name())
			.change("dropDefaultValue", "tableName", table.name(), "columnName", column.name())
			.back("addDefaultValue", "tableName", table.name(), "columnName", column.name(), "defaultValueComputed",
					column.defaultSql().get())
			.require("no DEFAULT",
					(change) -> change.name().equals(prefix)
							&& !change.is().replace("SET DEFAULT", "").contains("DEFAULT"))
			.require("default=null",
					(change) -> change.name().equals(prefix + " xinfo") && onlyDefault(change)
							&& change.is().contains("default=null"))
			.allow(table.name() + " comments")
			.residue((change) -> change.name().equals(table.name() + " comments"))
			.residue((change) -> isWithoutComments(table, column, change))
			.residue((change) -> change.name().equals(prefix)
					&& tokens(change.is().replaceAll("[()]", "")).equals(tokens(change.was().replaceAll("[()]", ""))));
	}

	@Nullable Step modifyType(Table table) {
		Optional<Column> found = column(table,
				(column) -> !column.generated() && column.key() == 0 && !column.type().isEmpty());
		if (found.isEmpty()) {
			return null;
		}
		Column column = found.get();
		String prefix = table.name() + "." + column.name();
		String type = table.strict() ? this.dice.of("text", "int", "blob")
				: this.dice.of("text", "varchar(77)", "int", "bigint", "decimal(12,3)", "boolean", "blob", "date");
		return new Step("modifyDataType", table.name())
			.change("modifyDataType", "tableName", table.name(), "columnName", column.name(), "newDataType", type)
			.irreversible()
			.allow((change) -> change.name().equals(prefix)
					&& withoutType(change.is()).equals(withoutType(change.was())))
			.allow((change) -> change.name().equals(prefix + " xinfo") && change.is()
				.replaceAll("type=.*? notnull", "")
				.equals(change.was().replaceAll("type=.*? notnull", "")))
			.allow((change) -> change.name().equals(prefix + " cells")
					&& loosely(change.is()).equals(loosely(change.was())))
			.allow((change) -> isGeneratedFrom(table, column, change))
			.allow((change) -> table.isForeign(column) && change.name().contains(" violates "))
			.refusable(
					"UNIQUE constraint failed|CHECK constraint failed|cannot store \\w+ value in|violate the foreign key");
	}

	private static String withoutType(String text) {
		return text.replaceFirst("(?i)^[a-z]+(?:\\(\\d+(?:, ?\\d+)?\\))?", "");
	}

	// Numbers and text of the same spelling.
	private static String loosely(String cells) {
		return cells.replace("'", "")
			.replaceAll("(\\.\\d*?)0+\\b", "$1")
			.replaceAll("(\\d)\\.(?!\\d)", "$1")
			.replaceAll("X[0-9A-F]*", "X")
			.replaceAll(" ", "");
	}

	private boolean isGeneratedFrom(Table table, Column column, Change change) {
		return table.columns()
			.stream()
			.anyMatch(
					(other) -> other.generated() && change.name().equals(table.name() + "." + other.name() + " cells"));
	}

	private static boolean onlyDefault(Change change) {
		return change.is()
			.replaceAll("(?s) default=.* pk=", "")
			.equals(change.was().replaceAll("(?s) default=.* pk=", ""));
	}

	private static List<String> tokens(String text) {
		return Arrays.stream(text.split("\\s+")).filter((token) -> !token.isEmpty()).sorted().toList();
	}

	private Optional<Column> column(Table table, java.util.function.Predicate<Column> test) {
		List<Column> columns = table.columns().stream().filter(test).toList();
		return columns.isEmpty() ? Optional.empty() : Optional.of(this.dice.of(columns));
	}

}
