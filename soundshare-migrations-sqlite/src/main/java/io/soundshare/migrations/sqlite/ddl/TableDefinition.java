package io.soundshare.migrations.sqlite.ddl;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.soundshare.migrations.sqlite.ddl.ParsedTable.ParsedColumn;
import io.soundshare.migrations.sqlite.ddl.ParsedTable.ParsedConstraint;
import org.jspecify.annotations.Nullable;

/**
 * A CREATE TABLE as {@code sqlite_master} has it, read and editable. An edit gives a new
 * definition and leaves every other character as it is: comments, quotes, line breaks.
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
	 * Gives the table another name, in the header only.
	 * @param newName the new name
	 * @return the edited table
	 */
	public TableDefinition rename(String newName) {
		return edited(new TextEdit(this.sql).replace(this.table.nameSpan(), Names.quote(newName)));
	}

	/**
	 * Takes the table's own name off the columns that its CHECKs and generated columns
	 * mention: {@code CHECK (t.a > 0)} holds for no table of another name.
	 * @return the edited table, or this one if nothing is qualified
	 */
	public TableDefinition unqualified() {
		TextEdit edit = new TextEdit(this.sql);
		this.table.constraints().forEach((constraint) -> edit.deleteQualifiers(constraint, name()));
		return edited(edit);
	}

	/**
	 * Adds a column.
	 * @param columnSql its definition
	 * @param position where it goes
	 * @return the edited table
	 */
	public TableDefinition addColumn(String columnSql, Position position) {
		TableDefinition result = edited(new ItemEdits(this.sql, this.table).addColumn(columnSql, position));
		if (result.columns().size() != columns().size() + 1
				|| result.tableConstraints().size() != tableConstraints().size()) {
			throw refused("cannot take '" + columnSql + "': it is not the definition of one column");
		}
		return result;
	}

	/**
	 * Drops a column with its own constraints; those of the table stay as they are.
	 * @param column the column's name
	 * @return the edited table
	 */
	public TableDefinition dropColumn(String column) {
		if (this.table.columns().size() == 1 && column(column).isPresent()) {
			throw refused("has no column but " + Names.quote(column) + "; drop the table instead");
		}
		return edited(new ItemEdits(this.sql, this.table).dropColumn(column));
	}

	/**
	 * Gives a column a type.
	 * @param column the column's name
	 * @param type the type, empty for none
	 * @return the edited table
	 */
	public TableDefinition setType(String column, String type) {
		TableDefinition result = edited(columnEdits().setType(column, type.strip()));
		return onlyChanged(column, result, "the type", type, (changed) -> changed.type().equals(type.strip()));
	}

	/**
	 * Makes a column NOT NULL; one that is stays as it is.
	 * @param column the column's name
	 * @param constraintName the constraint's name, or null
	 * @return the edited table
	 */
	public TableDefinition setNotNull(String column, @Nullable String constraintName) {
		return edited(columnEdits().setNotNull(column, constraintName));
	}

	/**
	 * Takes NOT NULL off a column.
	 * @param column the column's name
	 * @return the edited table
	 */
	public TableDefinition dropNotNull(String column) {
		return edited(columnEdits().drop(column, Constraint.Kind.NOT_NULL));
	}

	/**
	 * Gives a column a default in place of the one it has.
	 * @param column the column's name
	 * @param defaultSql what follows DEFAULT: an expression needs its parentheses
	 * @param constraintName the constraint's name, or null to leave it as it is
	 * @return the edited table
	 */
	public TableDefinition setDefault(String column, String defaultSql, @Nullable String constraintName) {
		String value = defaultSql.strip();
		TableDefinition result = edited(columnEdits().setDefault(column, value, constraintName));
		return onlyChanged(column, result, "the default", value,
				(changed) -> changed.defaultSql().equals(Optional.of(value)));
	}

	/**
	 * Takes the default off a column.
	 * @param column the column's name
	 * @return the edited table
	 */
	public TableDefinition dropDefault(String column) {
		return edited(columnEdits().drop(column, Constraint.Kind.DEFAULT));
	}

	/**
	 * Makes a column INTEGER PRIMARY KEY AUTOINCREMENT.
	 * @param column the column's name
	 * @return the edited table
	 * @throws DdlException if the table has another primary key, or no rowid
	 */
	public TableDefinition setAutoIncrement(String column) {
		return new AutoIncrementEdit(this, column).apply();
	}

	/**
	 * Adds a constraint of the table after all others.
	 * @param tableConstraintSql the constraint
	 * @return the edited table
	 */
	public TableDefinition addConstraint(String tableConstraintSql) {
		TableDefinition result = edited(new ItemEdits(this.sql, this.table).addConstraint(tableConstraintSql));
		if (result.columns().size() != columns().size()
				|| result.tableConstraints().size() != tableConstraints().size() + 1) {
			throw refused("cannot take '" + tableConstraintSql + "': it is not one constraint of a table");
		}
		return result;
	}

	/**
	 * Drops a constraint of this table or of one of its columns, with its name.
	 * @param constraint one of {@link #constraints()}
	 * @return the edited table
	 */
	public TableDefinition drop(Constraint constraint) {
		return edited(constraint.tableLevel() ? new ItemEdits(this.sql, this.table).drop(constraint)
				: columnEdits().drop(constraint));
	}

	@Override
	public String toString() {
		return this.sql;
	}

	// What the caller gives as a type or a default must be that and nothing more.
	private TableDefinition onlyChanged(String column, TableDefinition result, String what, String text,
			Predicate<ColumnDefinition> asMeant) {
		List<ColumnDefinition> others = columns().stream()
			.filter((other) -> !Names.same(other.name(), column))
			.toList();
		List<ColumnDefinition> othersNow = result.columns()
			.stream()
			.filter((other) -> !Names.same(other.name(), column))
			.toList();
		if (!others.equals(othersNow) || !tableConstraints().equals(result.tableConstraints())
				|| result.column(column).filter(asMeant).isEmpty()) {
			throw refused("cannot give column " + Names.quote(column) + " " + what + " '" + text
					+ "': it is not one; an expression needs parentheses");
		}
		return result;
	}

	DdlException refused(String why) {
		return new DdlException("Table " + Names.quote(name()) + " " + why);
	}

	ColumnEdits columnEdits() {
		return new ColumnEdits(this.sql, this.table);
	}

	static TableDefinition edited(TextEdit edit) {
		return new TableDefinition(edit.apply());
	}

}
