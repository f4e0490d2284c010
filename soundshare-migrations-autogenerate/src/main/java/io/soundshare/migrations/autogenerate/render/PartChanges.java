package io.soundshare.migrations.autogenerate.render;

import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.Named;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;
import liquibase.change.AddColumnConfig;
import liquibase.change.Change;
import liquibase.change.core.AddForeignKeyConstraintChange;
import liquibase.change.core.AddPrimaryKeyChange;
import liquibase.change.core.AddUniqueConstraintChange;
import liquibase.change.core.CreateIndexChange;
import liquibase.change.core.DropForeignKeyConstraintChange;
import liquibase.change.core.DropIndexChange;
import liquibase.change.core.DropPrimaryKeyChange;
import liquibase.change.core.DropUniqueConstraintChange;

/**
 * Changes of keys, checks and indexes.
 */
final class PartChanges {

	private static final String SEPARATOR = ", ";

	private final PlainSql sql;

	PartChanges(PlainSql sql) {
		this.sql = sql;
	}

	/** To a table that may have rows. */
	Change addBesideRows(ObjectName table, Named part) {
		if (part instanceof CheckConstraint check) {
			return check(table, check, this.sql.product().conditionBesideRows(check.expression().written()));
		}
		return add(table, part);
	}

	private Change check(ObjectName table, CheckConstraint check, String condition) {
		return this.sql.statement("ALTER TABLE " + this.sql.table(table) + " ADD CONSTRAINT "
				+ this.sql.name(check.name()) + " CHECK (" + condition + ")");
	}

	Change add(ObjectName table, Named part) {
		if (part instanceof ForeignKey key) {
			return add(table, key);
		}
		if (part instanceof CheckConstraint check) {
			return check(table, check, check.expression().written());
		}
		if (part instanceof Index index) {
			return add(table, index);
		}
		if (part instanceof UniqueConstraint unique) {
			AddUniqueConstraintChange change = new AddUniqueConstraintChange();
			change.setSchemaName(table.schema());
			change.setTableName(table.name());
			change.setConstraintName(unique.name());
			change.setColumnNames(String.join(SEPARATOR, unique.columns()));
			return change;
		}
		AddPrimaryKeyChange change = new AddPrimaryKeyChange();
		change.setSchemaName(table.schema());
		change.setTableName(table.name());
		change.setConstraintName(part.name());
		change.setColumnNames(String.join(SEPARATOR, ((PrimaryKey) part).columns()));
		return change;
	}

	private static Change add(ObjectName table, ForeignKey key) {
		AddForeignKeyConstraintChange change = new AddForeignKeyConstraintChange();
		change.setBaseTableSchemaName(table.schema());
		change.setBaseTableName(table.name());
		change.setConstraintName(key.name());
		change.setBaseColumnNames(String.join(SEPARATOR, key.columns()));
		change.setReferencedTableSchemaName(key.referencedTable().schema());
		change.setReferencedTableName(key.referencedTable().name());
		change.setReferencedColumnNames(String.join(SEPARATOR, key.referencedColumns()));
		if (key.onDelete() != ForeignKey.Action.NO_ACTION) {
			change.setOnDelete(key.onDelete().sql());
		}
		if (key.onUpdate() != ForeignKey.Action.NO_ACTION) {
			change.setOnUpdate(key.onUpdate().sql());
		}
		if (key.deferrable()) {
			change.setDeferrable(true);
			change.setInitiallyDeferred(key.initiallyDeferred());
		}
		return change;
	}

	private static Change add(ObjectName table, Index index) {
		CreateIndexChange change = new CreateIndexChange();
		change.setSchemaName(table.schema());
		change.setTableName(table.name());
		change.setIndexName(index.name());
		if (index.unique()) {
			change.setUnique(true);
		}
		for (Index.Part part : index.parts()) {
			AddColumnConfig column = new AddColumnConfig();
			column.setName(part.column());
			if (part.descending()) {
				column.setDescending(true);
			}
			change.addColumn(column);
		}
		return change;
	}

	Change drop(ObjectName table, Named part) {
		if (part instanceof ForeignKey) {
			DropForeignKeyConstraintChange change = new DropForeignKeyConstraintChange();
			change.setBaseTableSchemaName(table.schema());
			change.setBaseTableName(table.name());
			change.setConstraintName(part.name());
			return change;
		}
		if (part instanceof CheckConstraint) {
			return this.sql
				.statement("ALTER TABLE " + this.sql.table(table) + " DROP CONSTRAINT " + this.sql.name(part.name()));
		}
		if (part instanceof Index) {
			DropIndexChange change = new DropIndexChange();
			change.setSchemaName(table.schema());
			change.setTableName(table.name());
			change.setIndexName(part.name());
			return change;
		}
		if (part instanceof UniqueConstraint) {
			DropUniqueConstraintChange change = new DropUniqueConstraintChange();
			change.setSchemaName(table.schema());
			change.setTableName(table.name());
			change.setConstraintName(part.name());
			return change;
		}
		DropPrimaryKeyChange change = new DropPrimaryKeyChange();
		change.setSchemaName(table.schema());
		change.setTableName(table.name());
		change.setConstraintName(part.name());
		return change;
	}

}
