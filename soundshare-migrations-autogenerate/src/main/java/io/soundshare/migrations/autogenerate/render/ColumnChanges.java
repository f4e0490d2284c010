package io.soundshare.migrations.autogenerate.render;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.diff.Fill;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import liquibase.change.Change;
import liquibase.change.core.AddColumnChange;
import liquibase.change.core.AddNotNullConstraintChange;
import liquibase.change.core.DropColumnChange;
import liquibase.change.core.RenameColumnChange;
import liquibase.change.core.UpdateDataChange;
import org.jspecify.annotations.Nullable;

/**
 * Changes of columns.
 */
final class ColumnChanges {

	private final PlainSql sql;

	ColumnChanges(PlainSql sql) {
		this.sql = sql;
	}

	/** Whether Liquibase's description of a column has no place for something it has. */
	static boolean isSql(Column column) {
		return column.generatedAs() != null || column.collation() != null;
	}

	List<Change> add(Difference.AddColumn add) {
		Column column = add.column();
		boolean later = column.needsValue() && !column.autoIncrement() && (!isSql(column) || add.fill() != null);
		Column first = later ? column.asNullable() : column;
		List<Change> changes = new ArrayList<>();
		changes.add(isSql(column) ? addSql(add.subject(), first) : addColumn(add.subject(), first, add.key()));
		if (add.fill() != null) {
			changes.add(fill(add.subject(), column, add.fill()));
		}
		if (later) {
			changes.add(notNull(add.subject(), column));
		}
		return changes;
	}

	private static Change addColumn(ObjectName table, Column column, @Nullable PrimaryKey key) {
		AddColumnChange change = new AddColumnChange();
		change.setSchemaName(table.schema());
		change.setTableName(table.name());
		change.addColumn(ColumnConfigs.added(column, key));
		return change;
	}

	private Change addSql(ObjectName table, Column column) {
		StringBuilder definition = new StringBuilder("ALTER TABLE ").append(this.sql.table(table))
			.append(" ADD COLUMN ")
			.append(this.sql.name(column.name()))
			.append(' ')
			.append(this.sql.product().ownType(column));
		if (column.collation() != null) {
			definition.append(" COLLATE ").append(this.sql.product().collation(column.collation().declared()));
		}
		if (column.generatedAs() != null) {
			definition.append(" GENERATED ALWAYS AS (")
				.append(column.generatedAs().declared())
				.append(") ")
				.append(this.sql.product().generatedKeyword());
		}
		if (column.defaultValue() != null) {
			definition.append(" DEFAULT ").append(column.defaultValue().declared());
		}
		if (!column.nullable()) {
			definition.append(" NOT NULL");
		}
		return this.sql.ownStatement(definition.toString());
	}

	Change drop(Difference.DropColumn drop) {
		DropColumnChange change = new DropColumnChange();
		change.setSchemaName(drop.subject().schema());
		change.setTableName(drop.subject().name());
		change.setColumnName(drop.column().name());
		return change;
	}

	Change rename(Difference.RenameColumn rename) {
		RenameColumnChange change = new RenameColumnChange();
		change.setSchemaName(rename.subject().schema());
		change.setTableName(rename.subject().name());
		change.setOldColumnName(rename.from().name());
		change.setNewColumnName(rename.to());
		change.setColumnDataType(ColumnConfigs.type(rename.from()));
		return change;
	}

	List<Change> alter(Difference.AlterColumn alter) {
		return new ColumnAlteration(this.sql, alter).changes();
	}

	static UpdateDataChange fill(ObjectName table, Column column, Fill fill) {
		UpdateDataChange change = new UpdateDataChange();
		change.setSchemaName(table.schema());
		change.setTableName(table.name());
		change.addColumn(ColumnConfigs.value(column.name(), fill.sql()));
		return change;
	}

	Change fill(Difference.FillRows rows) {
		UpdateDataChange change = fill(rows.subject(), rows.column(), rows.fill());
		change.setWhere(rows.unfit());
		return change;
	}

	static Change notNull(ObjectName table, Column column) {
		AddNotNullConstraintChange change = new AddNotNullConstraintChange();
		change.setSchemaName(table.schema());
		change.setTableName(table.name());
		change.setColumnName(column.name());
		change.setColumnDataType(ColumnConfigs.type(column));
		return change;
	}

}
