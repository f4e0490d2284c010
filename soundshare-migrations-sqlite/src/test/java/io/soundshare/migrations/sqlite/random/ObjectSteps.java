package io.soundshare.migrations.sqlite.random;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.sqlite.random.Observed.Column;
import io.soundshare.migrations.sqlite.random.Observed.Other;
import io.soundshare.migrations.sqlite.random.Observed.Table;
import org.jspecify.annotations.Nullable;

/**
 * Changes of tables as a whole, indexes and views.
 */
final class ObjectSteps {

	private final Dice dice;

	private final Observed observed;

	ObjectSteps(Dice dice, Observed observed) {
		this.dice = dice;
		this.observed = observed;
	}

	@Nullable Step renameTable(Table table) {
		if (!Dice.hasCore(table.name()) || table.name().startsWith("new_")
				|| this.observed.tables().stream().anyMatch((other) -> other.name().equals("new_" + table.name()))) {
			return null;
		}
		String to = this.dice.name();
		return new Step("renameTable", table.name())
			.change("renameTable", "oldTableName", table.name(), "newTableName", to)
			.rename(table.name(), to);
	}

	Step createTable(Table parent) {
		String name = this.dice.anyName();
		List<Object> columns = new ArrayList<>();
		columns.add(Step.map("column", "name", this.dice.name(), "type", this.dice.of("int", "bigint"), "autoIncrement",
				this.dice.chance(0.5), "constraints",
				Step.attributes("primaryKey", true, "nullable", false, "primaryKeyName", "pk" + this.dice.name())));
		columns.add(Step.map("column", "name", this.dice.name(), "type", "varchar(40)", "defaultValue", "it's",
				"constraints",
				Step.attributes("nullable", false, "unique", true, "uniqueConstraintName", "uq" + this.dice.name())));
		Step step = new Step("createTable", name);
		List<Column> key = parent.primaryKey();
		if (key.size() == 1) {
			step.refersTo(parent.name());
			columns.add(Step.map("column", "name", this.dice.name(), "type", "int", "constraints",
					Step.attributes("foreignKeyName", "fk" + this.dice.name(), "referencedTableName", parent.name(),
							"referencedColumnNames", key.get(0).name(), "deleteCascade", this.dice.chance(0.5))));
		}
		return step.change("createTable", "tableName", name, "columns", columns)
			.require('+', "table " + name)
			.require('+', name + " order")
			.allow((change) -> change.sign() == '+'
					&& (change.name().startsWith(name + ".") || change.name().startsWith(name + " ")
							|| change.name().startsWith(name + ": ") || change.name().equals("dml " + name)));
	}

	Step dropTable(Table table) {
		String name = table.name();
		boolean referenced = this.observed.keysTo(name).stream().anyMatch((key) -> !table.foreign().contains(key));
		List<String> owned = this.observed.others()
			.stream()
			.filter((other) -> other.table().equalsIgnoreCase(name) && !other.type().equals("view"))
			.map((other) -> other.type() + " " + other.name())
			.toList();
		boolean used = this.observed.others()
			.stream()
			.anyMatch((other) -> !other.table().equalsIgnoreCase(name) && Observed.mentions(other.sql(), name));
		return new Step("dropTable", name).change("dropTable", "tableName", name)
			.irreversible()
			.require('-', "table " + name)
			.allow((change) -> change.sign() == '-' && (change.name().startsWith(name + ".")
					|| change.name().startsWith(name + " ") || change.name().startsWith(name + ": ")
					|| change.name().equals("dml " + name) || change.name().equals("sqlite_sequence " + name)))
			.allow((change) -> change.sign() == '-' && owned.stream().anyMatch(change.name()::startsWith))
			.refusable(referenced, "(?i)foreign key|refer")
			.refusable(used || !Dice.hasCore(name), "would no longer work|uses? ");
	}

	Step createIndex(Table table) {
		String name = this.dice.name();
		List<Object> columns = new ArrayList<>();
		for (Column column : this.dice.some(table.columns(), this.dice.between(1, 2))) {
			columns.add(Step.map("column", "name", column.name(), "descending", this.dice.chance(0.3)));
		}
		boolean unique = this.dice.chance(0.2);
		return new Step("createIndex", table.name())
			.change("createIndex", "indexName", name, "tableName", table.name(), "unique", unique, "columns", columns)
			.require('+', "index " + name)
			.require('+', "index " + name + " xinfo")
			.require('+', "index " + name + " list", "unique=" + (unique ? 1 : 0) + " partial=0")
			.refusable(unique, "UNIQUE constraint failed");
	}

	@Nullable Step dropIndex(Table table) {
		List<Other> indexes = this.observed.of("index")
			.stream()
			.filter((index) -> index.table().equals(table.name()))
			.toList();
		if (indexes.isEmpty()) {
			return null;
		}
		Other index = this.dice.of(indexes);
		String fact = "index " + index.name();
		return new Step("dropIndex", table.name())
			.change("dropIndex", "indexName", index.name(), "tableName", table.name())
			.back("sql", "sql", index.sql(), "splitStatements", false)
			.residue((change) -> change.name().equals(fact + " comments"))
			.require('-', fact)
			.require('-', fact + " xinfo")
			.require('-', fact + " list")
			.allow(fact + " comments");
	}

	Step createView(Table table) {
		String name = this.dice.name();
		Column column = this.dice.of(table.columns());
		String query = "SELECT " + RandomSchema.quote(column.name()) + " AS " + RandomSchema.quote(this.dice.name())
				+ " FROM " + RandomSchema.quote(table.name());
		return new Step("createView", table.name()).change("createView", "viewName", name, "selectQuery", query)
			.require('+', "view " + name)
			.require('+', "view " + name + " columns")
			.require('+', "dml " + name);
	}

	@Nullable Step dropView() {
		if (this.observed.of("view").isEmpty()) {
			return null;
		}
		Other view = this.dice.of(this.observed.of("view"));
		boolean hasTriggers = this.observed.of("trigger")
			.stream()
			.anyMatch((trigger) -> trigger.table().equals(view.name()));
		boolean used = this.observed.others()
			.stream()
			.anyMatch((other) -> other != view && Observed.mentions(other.sql(), view.name()));
		List<String> triggers = this.observed.of("trigger")
			.stream()
			.filter((trigger) -> trigger.table().equals(view.name()))
			.map((trigger) -> "trigger " + trigger.name())
			.toList();
		Step step = new Step("dropView", view.name()).change("dropView", "viewName", view.name())
			.require('-', "view " + view.name())
			.allow("view " + view.name() + " columns", "view " + view.name() + " comments", "dml " + view.name())
			.allow((change) -> change.sign() == '-' && triggers.stream().anyMatch(change.name()::startsWith))
			.refusable(used || !Dice.hasCore(view.name()), "would no longer work|no such table");
		return hasTriggers ? step.irreversible() : step.back("sql", "sql", view.sql(), "splitStatements", false)
			.residue((change) -> change.name().equals("view " + view.name() + " comments"));
	}

	@Nullable Step renameView() {
		List<Other> views = this.observed.of("view").stream().filter((view) -> Dice.hasCore(view.name())).toList();
		if (views.isEmpty()) {
			return null;
		}
		Other view = this.dice.of(views);
		String to = this.dice.name();
		boolean used = this.observed.others()
			.stream()
			.anyMatch((other) -> other != view && Observed.mentions(other.sql(), view.name())
					&& !(other.type().equals("trigger") && other.table().equals(view.name())));
		return new Step("renameView", view.name()).change("renameView", "oldViewName", view.name(), "newViewName", to)
			.rename(view.name(), to)
			.refusable(used, "would no longer work|uses? |no such table");
	}

}
