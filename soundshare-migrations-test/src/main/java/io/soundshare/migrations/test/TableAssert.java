package io.soundshare.migrations.test;

import java.util.List;

import io.soundshare.migrations.test.data.Tables.Column;
import io.soundshare.migrations.test.data.Tables.Table;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about a table.
 */
public final class TableAssert extends AbstractAssert<TableAssert, Table> {

	TableAssert(Table table) {
		super(table, TableAssert.class);
	}

	/**
	 * Verify that it has a column.
	 * @param name the name of the column
	 * @return assertions about the column
	 */
	public ColumnAssert column(String name) {
		for (Column column : this.actual.columns()) {
			if (column.name().equalsIgnoreCase(name)) {
				return new ColumnAssert(this.actual.name(), column);
			}
		}
		throw failure("Expected a column %s in %s, and there is %s", name, this.actual.name(), names());
	}

	/**
	 * Verify that it has no such column.
	 * @param name the name of the column
	 * @return these assertions
	 */
	public TableAssert hasNoColumn(String name) {
		if (names().stream().anyMatch((column) -> column.equalsIgnoreCase(name))) {
			throw failure("Expected no column %s in %s, and there is one", name, this.actual.name());
		}
		return this;
	}

	/**
	 * Verify its primary key.
	 * @param columns the names of the columns, in their order
	 * @return these assertions
	 */
	public TableAssert hasPrimaryKey(String... columns) {
		if (!this.actual.key().equals(List.of(columns))) {
			throw failure("Expected the primary key of %s to be %s, and it is %s", this.actual.name(), List.of(columns),
					this.actual.key());
		}
		return this;
	}

	/**
	 * Verify that it refers to another table.
	 * @param table the name of the other table
	 * @return these assertions
	 */
	public TableAssert refersTo(String table) {
		if (this.actual.references().stream().noneMatch((reference) -> reference.table().equalsIgnoreCase(table))) {
			throw failure("Expected a foreign key of %s to %s, and there is %s", this.actual.name(), table,
					this.actual.references());
		}
		return this;
	}

	private List<String> names() {
		return this.actual.columns().stream().map(Column::name).toList();
	}

}
