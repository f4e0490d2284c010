package io.soundshare.migrations.autogenerate.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.diff.Fill;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.Spelling;
import liquibase.change.Change;
import liquibase.change.core.AddAutoIncrementChange;
import liquibase.change.core.AddColumnChange;
import liquibase.change.core.AddDefaultValueChange;
import liquibase.change.core.AddNotNullConstraintChange;
import liquibase.change.core.DropColumnChange;
import liquibase.change.core.DropDefaultValueChange;
import liquibase.change.core.DropNotNullConstraintChange;
import liquibase.change.core.ModifyDataTypeChange;
import liquibase.change.core.RenameColumnChange;
import liquibase.change.core.SetColumnRemarksChange;
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
			definition.append(" COLLATE ").append(this.sql.product().collation(column.collation().written()));
		}
		if (column.generatedAs() != null) {
			definition.append(" GENERATED ALWAYS AS (")
				.append(column.generatedAs().written())
				.append(") ")
				.append(this.sql.product().generatedKeyword());
		}
		if (column.defaultValue() != null) {
			definition.append(" DEFAULT ").append(column.defaultValue().written());
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
		ObjectName table = alter.subject();
		Column from = alter.from();
		Column to = alter.to();
		List<Change> changes = new ArrayList<>();
		boolean losesIdentity = from.identity() && !to.identity();
		boolean retyped = !from.type().read().equals(to.type().read());
		// PostgreSQL cannot always take a default along to another type.
		boolean newDefault = !same(from.defaultValue(), to.defaultValue()) || (retyped && from.defaultValue() != null);
		if (losesIdentity && !this.sql.product().numbersRowsByKey()) {
			changes.add(dropIdentity(table, to));
		}
		if (newDefault && from.defaultValue() != null) {
			changes.add(dropDefault(table, from));
		}
		// On SQLite the key is made anew around this: an INTEGER that is one numbers
		// rows.
		if (retyped || (losesIdentity && this.sql.product().numbersRowsByKey())) {
			changes.add(modifyType(table, to));
		}
		if (newDefault && to.defaultValue() != null) {
			AddDefaultValueChange change = ColumnConfigs.addDefault(to, to.defaultValue());
			change.setSchemaName(table.schema());
			change.setTableName(table.name());
			changes.add(change);
		}
		if (alter.fill() != null) {
			UpdateDataChange fill = fill(table, to, alter.fill());
			changes.add(from.nullable() ? whereNull(fill) : fill);
		}
		if (from.nullable() && !to.nullable()) {
			changes.add(notNull(table, to));
		}
		if (!from.nullable() && to.nullable()) {
			changes.add(dropNotNull(table, to));
		}
		if (!from.identity() && to.identity()) {
			changes.addAll(addIdentity(table, to));
		}
		if (!same(from.comment(), to.comment())) {
			changes.add(comment(table, to));
		}
		return changes;
	}

	private static boolean same(@Nullable Spelling a, @Nullable Spelling b) {
		return Objects.equals((a != null) ? a.read() : null, (b != null) ? b.read() : null);
	}

	private static UpdateDataChange fill(ObjectName table, Column column, Fill fill) {
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

	private UpdateDataChange whereNull(UpdateDataChange change) {
		change.setWhere(this.sql.name(change.getColumns().get(0).getName()) + " IS NULL");
		return change;
	}

	private static Change notNull(ObjectName table, Column column) {
		AddNotNullConstraintChange change = new AddNotNullConstraintChange();
		change.setSchemaName(table.schema());
		change.setTableName(table.name());
		change.setColumnName(column.name());
		change.setColumnDataType(ColumnConfigs.type(column));
		return change;
	}

	private static Change dropNotNull(ObjectName table, Column column) {
		DropNotNullConstraintChange change = new DropNotNullConstraintChange();
		change.setSchemaName(table.schema());
		change.setTableName(table.name());
		change.setColumnName(column.name());
		change.setColumnDataType(ColumnConfigs.type(column));
		return change;
	}

	private static Change dropDefault(ObjectName table, Column column) {
		DropDefaultValueChange change = new DropDefaultValueChange();
		change.setSchemaName(table.schema());
		change.setTableName(table.name());
		change.setColumnName(column.name());
		change.setColumnDataType(ColumnConfigs.type(column));
		return change;
	}

	private static Change modifyType(ObjectName table, Column column) {
		ModifyDataTypeChange change = new ModifyDataTypeChange();
		change.setSchemaName(table.schema());
		change.setTableName(table.name());
		change.setColumnName(column.name());
		change.setNewDataType(ColumnConfigs.type(column));
		return change;
	}

	private static Change comment(ObjectName table, Column column) {
		SetColumnRemarksChange change = new SetColumnRemarksChange();
		change.setSchemaName(table.schema());
		change.setTableName(table.name());
		change.setColumnName(column.name());
		change.setColumnDataType(ColumnConfigs.type(column));
		change.setRemarks((column.comment() != null) ? column.comment().written() : "");
		return change;
	}

	/** From the rows there are on. */
	private List<Change> addIdentity(ObjectName table, Column column) {
		if (this.sql.product().numbersRowsByKey()) {
			AddAutoIncrementChange change = new AddAutoIncrementChange();
			change.setSchemaName(table.schema());
			change.setTableName(table.name());
			change.setColumnName(column.name());
			change.setColumnDataType(ColumnConfigs.type(column));
			return List.of(change);
		}
		String quoted = this.sql.table(table);
		String name = this.sql.name(column.name());
		return List.of(
				this.sql.ownStatement(
						"ALTER TABLE " + quoted + " ALTER COLUMN " + name + " ADD GENERATED BY DEFAULT AS IDENTITY"),
				this.sql.ownStatement("SELECT setval(pg_get_serial_sequence('" + quoted.replace("'", "''") + "', '"
						+ column.name().replace("'", "''") + "'), COALESCE(max(" + name + "), 0) + 1, false) FROM "
						+ quoted));
	}

	private Change dropIdentity(ObjectName table, Column column) {
		return this.sql.ownStatement("ALTER TABLE " + this.sql.table(table) + " ALTER COLUMN "
				+ this.sql.name(column.name()) + " DROP IDENTITY IF EXISTS");
	}

}
