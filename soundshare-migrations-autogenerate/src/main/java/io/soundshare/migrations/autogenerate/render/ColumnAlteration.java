package io.soundshare.migrations.autogenerate.render;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import liquibase.change.Change;
import liquibase.change.core.AddDefaultValueChange;
import liquibase.change.core.DropDefaultValueChange;
import liquibase.change.core.DropNotNullConstraintChange;
import liquibase.change.core.ModifyDataTypeChange;
import liquibase.change.core.SetColumnRemarksChange;
import liquibase.change.core.UpdateDataChange;

/**
 * Changes that make of a column what it is to be, in an order in which the database takes
 * them.
 */
final class ColumnAlteration {

	private final PlainSql sql;

	private final IdentityChanges identity;

	private final Difference.AlterColumn alter;

	ColumnAlteration(PlainSql sql, Difference.AlterColumn alter) {
		this.sql = sql;
		this.identity = new IdentityChanges(sql);
		this.alter = alter;
	}

	List<Change> changes() {
		Column from = this.alter.from();
		Column to = this.alter.to();
		List<Change> changes = new ArrayList<>();
		boolean losesIdentity = from.identity() && !to.identity();
		boolean retyped = !from.type().canonical().equals(to.type().canonical());
		// PostgreSQL cannot always take a default along to another type.
		boolean newDefault = !DeclaredSql.same(from.defaultValue(), to.defaultValue())
				|| (retyped && from.defaultValue() != null);
		if (losesIdentity && !this.sql.product().numbersRowsByKey()) {
			changes.add(this.identity.drop(table(), to));
		}
		if (newDefault && from.defaultValue() != null) {
			changes.add(dropDefault(from));
		}
		// On SQLite the key is made anew around this: an INTEGER that is one numbers
		// rows.
		if (retyped || (losesIdentity && this.sql.product().numbersRowsByKey())) {
			changes.add(modifyType(to));
		}
		if (newDefault && to.defaultValue() != null) {
			AddDefaultValueChange change = ColumnConfigs.addDefault(to, to.defaultValue());
			change.setSchemaName(table().schema());
			change.setTableName(table().name());
			changes.add(change);
		}
		if (this.alter.fill() != null) {
			UpdateDataChange fill = ColumnChanges.fill(table(), to, this.alter.fill());
			changes.add(from.nullable() ? whereNull(fill) : fill);
		}
		if (from.nullable() && !to.nullable()) {
			changes.add(ColumnChanges.notNull(table(), to));
		}
		if (!from.nullable() && to.nullable()) {
			changes.add(dropNotNull(to));
		}
		if (!from.identity() && to.identity()) {
			changes.addAll(this.identity.add(table(), to));
		}
		if (!DeclaredSql.same(from.comment(), to.comment())) {
			changes.add(comment(to));
		}
		return changes;
	}

	private UpdateDataChange whereNull(UpdateDataChange change) {
		change.setWhere(this.sql.name(change.getColumns().get(0).getName()) + " IS NULL");
		return change;
	}

	private Change dropNotNull(Column column) {
		DropNotNullConstraintChange change = new DropNotNullConstraintChange();
		change.setSchemaName(table().schema());
		change.setTableName(table().name());
		change.setColumnName(column.name());
		change.setColumnDataType(ColumnConfigs.type(column));
		return change;
	}

	private Change dropDefault(Column column) {
		DropDefaultValueChange change = new DropDefaultValueChange();
		change.setSchemaName(table().schema());
		change.setTableName(table().name());
		change.setColumnName(column.name());
		change.setColumnDataType(ColumnConfigs.type(column));
		return change;
	}

	private Change modifyType(Column column) {
		ModifyDataTypeChange change = new ModifyDataTypeChange();
		change.setSchemaName(table().schema());
		change.setTableName(table().name());
		change.setColumnName(column.name());
		change.setNewDataType(ColumnConfigs.type(column));
		return change;
	}

	private Change comment(Column column) {
		SetColumnRemarksChange change = new SetColumnRemarksChange();
		change.setSchemaName(table().schema());
		change.setTableName(table().name());
		change.setColumnName(column.name());
		change.setColumnDataType(ColumnConfigs.type(column));
		change.setRemarks((column.comment() != null) ? column.comment().declared() : "");
		return change;
	}

	private ObjectName table() {
		return this.alter.subject();
	}

}
