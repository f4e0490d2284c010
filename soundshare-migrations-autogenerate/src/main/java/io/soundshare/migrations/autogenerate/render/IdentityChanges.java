package io.soundshare.migrations.autogenerate.render;

import java.util.List;

import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import liquibase.change.Change;
import liquibase.change.core.AddAutoIncrementChange;

/**
 * Changes of whether the database numbers the rows.
 */
final class IdentityChanges {

	private final PlainSql sql;

	IdentityChanges(PlainSql sql) {
		this.sql = sql;
	}

	/** Number the rows, on from those there are. */
	List<Change> add(ObjectName table, Column column) {
		if (this.sql.product().numbersRowsByKey()) {
			AddAutoIncrementChange change = new AddAutoIncrementChange();
			change.setSchemaName(table.schema());
			change.setTableName(table.name());
			change.setColumnName(column.name());
			change.setColumnDataType(ColumnConfigs.type(column));
			return List.of(change);
		}
		return this.sql.product()
			.addIdentity(this.sql.table(table), column.name(), this.sql.name(column.name()))
			.stream()
			.map(this.sql::ownStatement)
			.toList();
	}

	Change drop(ObjectName table, Column column) {
		return this.sql
			.ownStatement(this.sql.product().dropIdentity(this.sql.table(table), this.sql.name(column.name())));
	}

}
