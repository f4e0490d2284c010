package io.soundshare.migrations.sqlite.ddl;

import java.util.List;
import java.util.Optional;

import io.soundshare.migrations.sqlite.ddl.ParsedTable.ParsedColumn;
import io.soundshare.migrations.sqlite.ddl.ParsedTable.ParsedConstraint;

/**
 * A CREATE TABLE as {@code sqlite_master} has it, read.
 */
public final class TableDefinition {

	private final String sql;

	private final ParsedTable table;

	private TableDefinition(String sql) {
		this.sql = sql;
		this.table = new TableParser(sql).parse();
	}

	/**
	 * Reads a CREATE TABLE.
	 * @param createTableSql the statement
	 * @return the table
	 * @throws DdlException if it is not a CREATE TABLE with columns
	 */
	public static TableDefinition parse(String createTableSql) {
		return new TableDefinition(createTableSql);
	}

	/**
	 * The whole statement.
	 * @return the text
	 */
	public String sql() {
		return this.sql;
	}

	/**
	 * The table's name.
	 * @return the name without quotes and schema
	 */
	public String name() {
		return this.table.name();
	}

	/**
	 * Whether the table is STRICT.
	 * @return true if it is
	 */
	public boolean strict() {
		return this.table.options().contains("STRICT");
	}

	/**
	 * Whether the table is WITHOUT ROWID.
	 * @return true if it is
	 */
	public boolean withoutRowid() {
		return this.table.options().contains("WITHOUT ROWID");
	}

	/**
	 * The columns in their order.
	 * @return all columns, generated ones among them
	 */
	public List<ColumnDefinition> columns() {
		return this.table.columns().stream().map(ParsedColumn::value).toList();
	}

	/**
	 * A column.
	 * @param name its name, in any case
	 * @return the column, or empty if the table has none of that name
	 */
	public Optional<ColumnDefinition> column(String name) {
		return columns().stream().filter((column) -> Names.same(column.name(), name)).findFirst();
	}

	/**
	 * Whether comments stand between a column and its neighbours.
	 * @param column the column's name
	 * @return true if there are any
	 */
	public boolean hasCommentsAround(String column) {
		return this.table.hasCommentsAround(column, this.sql);
	}

	/**
	 * The constraints of the table itself.
	 * @return the constraints in their order
	 */
	public List<Constraint> tableConstraints() {
		return constraints().stream().filter(Constraint::tableLevel).toList();
	}

	/**
	 * All constraints, those of columns and those of the table.
	 * @return the constraints in their order
	 */
	public List<Constraint> constraints() {
		return this.table.constraints().stream().map(ParsedConstraint::value).toList();
	}

	/**
	 * The column that is the rowid by another name: an INTEGER PRIMARY KEY. Written at
	 * the column with DESC it is none
	 * (<a href="https://sqlite.org/lang_createtable.html#rowid">the manual</a>).
	 * @return the column's name, or empty if there is none
	 */
	public Optional<String> rowidAlias() {
		if (withoutRowid()) {
			return Optional.empty();
		}
		return this.table.constraints()
			.stream()
			.filter((constraint) -> constraint.value().kind() == Constraint.Kind.PRIMARY_KEY)
			.filter((constraint) -> constraint.value().columns().size() == 1 && !constraint.descending())
			.flatMap((constraint) -> column(constraint.value().columns().get(0)).stream())
			.filter((column) -> Names.same(Names.unquote(column.type()), "INTEGER"))
			.map(ColumnDefinition::name)
			.findFirst();
	}

	/**
	 * The edits of this definition.
	 * @return what makes other definitions of this one
	 */
	public DefinitionEditor edit() {
		return new DefinitionEditor(this, this.table);
	}

	@Override
	public String toString() {
		return this.sql;
	}

}
