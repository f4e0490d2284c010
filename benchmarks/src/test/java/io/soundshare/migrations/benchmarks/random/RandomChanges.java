package io.soundshare.migrations.benchmarks.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.benchmarks.random.LiveSchema.Column;
import io.soundshare.migrations.benchmarks.random.LiveSchema.Table;

/**
 * Liquibase's own changes.
 */
final class RandomChanges {

	private static final List<String> TYPES = List.of("createTable", "addColumn", "addColumn", "dropColumn",
			"dropColumn", "renameColumn", "renameTable", "dropTable", "modifyDataType", "addDefaultValue",
			"dropDefaultValue", "addNotNullConstraint", "dropNotNullConstraint", "addUniqueConstraint",
			"dropUniqueConstraint", "addPrimaryKey", "dropPrimaryKey", "addForeignKeyConstraint",
			"dropForeignKeyConstraint", "dropAllForeignKeyConstraints", "createIndex", "dropIndex", "createView",
			"dropView", "renameView", "createSequence", "dropSequence", "renameSequence", "insert", "insert", "insert",
			"update", "update", "delete", "loadData", "loadUpdateData", "mergeColumns", "addLookupTable",
			"addAutoIncrement", "setTableRemarks", "setColumnRemarks", "tagDatabase");

	private final Dice dice;

	private final LiveSchema schema;

	/** The names of sequences that were made, of which the schema does not tell. */
	private final List<String> sequences;

	/** CSV files, which loads need. */
	private final Map<String, String> files;

	RandomChanges(Dice dice, LiveSchema schema, List<String> sequences, Map<String, String> files) {
		this.dice = dice;
		this.schema = schema;
		this.sequences = sequences;
		this.files = files;
	}

	Map<String, Object> change() {
		String type = this.schema.tables().isEmpty() ? "createTable" : this.dice.any(TYPES);
		return Map.of(type,
				type.equals("createTable") ? createTable() : attributes(type, this.dice.table(this.schema)));
	}

	private Map<String, Object> attributes(String type, Table table) {
		Column column = this.dice.column(table);
		Map<String, Object> of = attributes("tableName", table.name());
		Map<String, Object> ofColumn = attributes("tableName", table.name(), "columnName", column.name(),
				"columnDataType", column.type());
		return switch (type) {
			case "addColumn" -> with(of, "columns", List.of(column(newColumn(this.dice.fresh("c"), 30))));
			case "dropColumn", "dropNotNullConstraint", "dropDefaultValue" -> ofColumn;
			case "addAutoIncrement" -> with(ofColumn, "startWith", 500);
			case "renameColumn" -> attributes("tableName", table.name(), "oldColumnName", column.name(),
					"newColumnName", this.dice.fresh("n"), "columnDataType", column.type());
			case "renameTable" -> attributes("oldTableName", table.name(), "newTableName", this.dice.fresh("t"));
			case "dropTable" -> with(of, "cascadeConstraints", this.dice.chance(50));
			case "modifyDataType" -> attributes("tableName", table.name(), "columnName", column.name(), "newDataType",
					this.dice.any(List.of("text", "varchar(300)", "bigint", "decimal(14,3)", this.dice.type())));
			case "addDefaultValue" -> with(ofColumn, "defaultValueComputed", this.dice.literal(column.type(), false));
			case "addNotNullConstraint" ->
				with(ofColumn, "defaultNullValue", this.dice.literal(column.type(), false).replace("'", ""));
			case "addUniqueConstraint" ->
				with(with(of, "columnNames", names(table)), "constraintName", this.dice.fresh("uq"));
			case "dropUniqueConstraint" -> with(of, "constraintName", any(table.indexes()));
			case "addPrimaryKey" ->
				with(with(of, "columnNames", names(table)), "constraintName", this.dice.fresh("pk"));
			case "dropPrimaryKey" -> with(of, "constraintName", any(table.keyNames()));
			case "addForeignKeyConstraint" -> foreignKey(table);
			case "dropForeignKeyConstraint" ->
				attributes("baseTableName", table.name(), "constraintName", any(table.foreignKeys()));
			case "dropAllForeignKeyConstraints" -> attributes("baseTableName", table.name());
			case "createIndex" -> with(with(of, "indexName", this.dice.fresh("ix")), "columns", indexed(table));
			case "dropIndex" -> with(of, "indexName", any(table.indexes()));
			case "createView" -> attributes("viewName", this.dice.fresh("v"), "selectQuery",
					"SELECT " + column.name() + " FROM " + table.name() + " WHERE " + this.dice.condition(table));
			case "dropView" -> attributes("viewName", any(this.schema.views()));
			case "renameView" ->
				attributes("oldViewName", any(this.schema.views()), "newViewName", this.dice.fresh("v"));
			case "createSequence" -> createSequence();
			case "dropSequence" -> attributes("sequenceName", any(this.sequences));
			case "renameSequence" ->
				attributes("oldSequenceName", any(this.sequences), "newSequenceName", this.dice.fresh("sq"));
			case "insert" -> with(of, "columns", values(table, table.columns()));
			case "update" ->
				with(with(of, "columns", values(table, List.of(column))), "where", this.dice.condition(table));
			case "delete" -> with(of, "where", this.dice.condition(table));
			case "loadData" -> with(of, "file", csv(table));
			case "loadUpdateData" -> with(with(of, "file", csv(table)), "primaryKey", names(table));
			case "mergeColumns" -> attributes("tableName", table.name(), "column1Name", column.name(), "column2Name",
					this.dice.column(table).name(), "joinString", "+", "finalColumnName", this.dice.fresh("m"),
					"finalColumnType", "varchar(500)");
			case "addLookupTable" -> attributes("existingTableName", table.name(), "existingColumnName", column.name(),
					"newTableName", this.dice.fresh("lookup"), "newColumnName", "code", "newColumnDataType",
					column.type(), "constraintName", this.dice.fresh("fk"));
			case "setTableRemarks" -> with(of, "remarks", "it's " + this.dice.below(9));
			case "setColumnRemarks" -> with(ofColumn, "remarks", "it's " + this.dice.below(9));
			case "tagDatabase" -> attributes("tag", this.dice.fresh("tag"));
			default -> throw new IllegalArgumentException(type);
		};
	}

	private Map<String, Object> createTable() {
		List<Object> columns = new ArrayList<>();
		boolean counting = this.dice.chance(40);
		columns.add(column(with(attributes("name", "id", "type", "bigint", "autoIncrement", counting), "constraints",
				attributes("primaryKey", true, "nullable", false, "primaryKeyName", this.dice.fresh("pk")))));
		for (int i = 2 + this.dice.below(4); i > 0; i--) {
			columns.add(column(newColumn(this.dice.fresh("c"), 25)));
		}
		return attributes("tableName", this.dice.fresh("t"), "columns", columns);
	}

	private Map<String, Object> newColumn(String name, int required) {
		String type = this.dice.type();
		Map<String, Object> column = attributes("name", name, "type", type);
		boolean notNull = this.dice.chance(required);
		if (notNull || this.dice.chance(25)) {
			column.put("defaultValueComputed", this.dice.literal(type, false));
		}
		Map<String, Object> constraints = new LinkedHashMap<>();
		if (notNull) {
			constraints.put("nullable", false);
		}
		else if (this.dice.chance(10)) {
			constraints.put("unique", true);
			constraints.put("uniqueConstraintName", this.dice.fresh("uq"));
		}
		return constraints.isEmpty() ? column : with(column, "constraints", constraints);
	}

	private Map<String, Object> foreignKey(Table table) {
		Table other = this.dice.table(this.schema);
		return attributes("baseTableName", table.name(), "baseColumnNames", this.dice.column(table).name(),
				"constraintName", this.dice.fresh("fk"), "referencedTableName", other.name(), "referencedColumnNames",
				other.key().isEmpty() ? this.dice.column(other).name() : other.key().get(0), "onDelete",
				this.dice.any(List.of("CASCADE", "SET NULL", "NO ACTION")));
	}

	private Map<String, Object> createSequence() {
		String name = this.dice.fresh("sq");
		this.sequences.add(name);
		return attributes("sequenceName", name, "startValue", 1 + this.dice.below(50), "incrementBy",
				1 + this.dice.below(3));
	}

	private List<Object> values(Table table, List<Column> columns) {
		List<Object> values = new ArrayList<>();
		for (Column column : columns) {
			boolean key = table.key().contains(column.name()) && column.isNumber();
			values.add(column(attributes("name", column.name(), "valueComputed",
					key ? String.valueOf(this.dice.below(100)) : this.dice.literal(column))));
		}
		return values;
	}

	private String csv(Table table) {
		StringBuilder text = new StringBuilder();
		text.append(String.join(",", table.columns().stream().map(Column::name).toList())).append('\n');
		for (int i = 0; i < 3; i++) {
			List<String> cells = new ArrayList<>();
			for (Column column : table.columns()) {
				boolean key = table.key().contains(column.name()) && column.isNumber();
				String literal = key ? String.valueOf(this.dice.below(100)) : this.dice.literal(column);
				cells.add('"' + literal.replaceAll("^'|'$", "").replace("''", "'").replace("\"", "\"\"") + '"');
			}
			text.append(String.join(",", cells)).append('\n');
		}
		String file = this.dice.fresh("rows") + ".csv";
		this.files.put(file, text.toString());
		return file;
	}

	private List<Object> indexed(Table table) {
		return this.dice.some(table.columns())
			.stream()
			.<Object>map((column) -> column(attributes("name", column.name())))
			.toList();
	}

	private String names(Table table) {
		return String.join(", ", this.dice.some(table.columns()).stream().map(Column::name).toList());
	}

	private String any(List<String> names) {
		return names.isEmpty() ? "none" : this.dice.any(names);
	}

	private static Map<String, Object> column(Map<String, Object> attributes) {
		return attributes("column", attributes);
	}

	static Map<String, Object> attributes(Object... namesAndValues) {
		Map<String, Object> attributes = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			attributes.put((String) namesAndValues[i], namesAndValues[i + 1]);
		}
		return attributes;
	}

	private static Map<String, Object> with(Map<String, Object> attributes, String name, Object value) {
		attributes.put(name, value);
		return attributes;
	}

}
