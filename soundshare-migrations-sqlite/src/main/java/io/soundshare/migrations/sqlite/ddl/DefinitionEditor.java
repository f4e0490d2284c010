package io.soundshare.migrations.sqlite.ddl;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Edits of a table's definition. Each gives a new definition and leaves every other
 * character as it is: comments, quotes, line breaks.
 */
public final class DefinitionEditor {

	private final TableDefinition definition;

	private final ParsedTable table;

	DefinitionEditor(TableDefinition definition, ParsedTable table) {
		this.definition = definition;
		this.table = table;
	}

	/**
	 * Gives the table another name, in the header only.
	 * @param newName the new name
	 * @return the edited table
	 */
	public TableDefinition rename(String newName) {
		return edited(text().replace(this.table.nameSpan(), Names.quote(newName)));
	}

	/**
	 * Takes the table's own name off the columns that its CHECKs and generated columns
	 * mention: {@code CHECK (t.a > 0)} holds for no table of another name.
	 * @return the edited table, or the same one if nothing is qualified
	 */
	public TableDefinition unqualified() {
		TextEdit edit = text();
		this.table.constraints().forEach((constraint) -> edit.deleteQualifiers(constraint, this.table.name()));
		return edited(edit);
	}

	/**
	 * Adds a column.
	 * @param columnSql its definition
	 * @param position where it goes
	 * @return the edited table
	 */
	public TableDefinition addColumn(String columnSql, Position position) {
		TableDefinition result = edited(items().addColumn(columnSql, position));
		if (result.columns().size() != this.definition.columns().size() + 1
				|| result.tableConstraints().size() != this.definition.tableConstraints().size()) {
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
		if (this.table.columns().size() == 1 && this.definition.column(column).isPresent()) {
			throw refused("has no column but " + Names.quote(column) + "; drop the table instead");
		}
		return edited(items().dropColumn(column));
	}

	/**
	 * Gives a column a type.
	 * @param column the column's name
	 * @param type the type, empty for none
	 * @return the edited table
	 */
	public TableDefinition setType(String column, String type) {
		TableDefinition result = edited(columns().setType(column, type.strip()));
		return onlyChanged(column, result, "the type", type, (changed) -> changed.type().equals(type.strip()));
	}

	/**
	 * Makes a column NOT NULL; one that is stays as it is.
	 * @param column the column's name
	 * @param constraintName the constraint's name, or null
	 * @return the edited table
	 */
	public TableDefinition setNotNull(String column, @Nullable String constraintName) {
		return edited(columns().setNotNull(column, constraintName));
	}

	/**
	 * Takes NOT NULL off a column.
	 * @param column the column's name
	 * @return the edited table
	 */
	public TableDefinition dropNotNull(String column) {
		return edited(columns().drop(column, Constraint.Kind.NOT_NULL));
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
		TableDefinition result = edited(columns().setDefault(column, value, constraintName));
		return onlyChanged(column, result, "the default", value,
				(changed) -> changed.defaultSql().equals(Optional.of(value)));
	}

	/**
	 * Takes the default off a column.
	 * @param column the column's name
	 * @return the edited table
	 */
	public TableDefinition dropDefault(String column) {
		return edited(columns().drop(column, Constraint.Kind.DEFAULT));
	}

	/**
	 * Makes a column INTEGER PRIMARY KEY AUTOINCREMENT.
	 * @param column the column's name
	 * @return the edited table
	 * @throws DdlException if the table has another primary key, or no rowid
	 */
	public TableDefinition setAutoIncrement(String column) {
		return new AutoIncrementEdit(this.definition, column).apply();
	}

	/**
	 * Adds a constraint of the table after all others.
	 * @param tableConstraintSql the constraint
	 * @return the edited table
	 */
	public TableDefinition addConstraint(String tableConstraintSql) {
		TableDefinition result = edited(items().addConstraint(tableConstraintSql));
		if (result.columns().size() != this.definition.columns().size()
				|| result.tableConstraints().size() != this.definition.tableConstraints().size() + 1) {
			throw refused("cannot take '" + tableConstraintSql + "': it is not one constraint of a table");
		}
		return result;
	}

	/**
	 * Drops a constraint of this table or of one of its columns, with its name.
	 * @param constraint one of {@link TableDefinition#constraints()}
	 * @return the edited table
	 */
	public TableDefinition drop(Constraint constraint) {
		return edited(constraint.tableLevel() ? items().drop(constraint) : columns().drop(constraint));
	}

	// What the caller gives as a type or a default must be that and nothing more.
	private TableDefinition onlyChanged(String column, TableDefinition result, String what, String text,
			Predicate<ColumnDefinition> asMeant) {
		List<ColumnDefinition> others = this.definition.columns()
			.stream()
			.filter((other) -> !Names.same(other.name(), column))
			.toList();
		List<ColumnDefinition> othersNow = result.columns()
			.stream()
			.filter((other) -> !Names.same(other.name(), column))
			.toList();
		if (!others.equals(othersNow) || !this.definition.tableConstraints().equals(result.tableConstraints())
				|| result.column(column).filter(asMeant).isEmpty()) {
			throw refused("cannot give column " + Names.quote(column) + " " + what + " '" + text
					+ "': it is not one; an expression needs parentheses");
		}
		return result;
	}

	DdlException refused(String why) {
		return new DdlException("Table " + Names.quote(this.table.name()) + " " + why);
	}

	ColumnEdits columns() {
		return new ColumnEdits(this.definition.sql(), this.table);
	}

	private ItemEdits items() {
		return new ItemEdits(this.definition.sql(), this.table);
	}

	private TextEdit text() {
		return new TextEdit(this.definition.sql());
	}

	static TableDefinition edited(TextEdit edit) {
		return TableDefinition.parse(edit.apply());
	}

}
