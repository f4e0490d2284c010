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

/**
 * The change that adds a key, a check or an index.
 *
 * @param sql writes what Liquibase has no change for
 * @param table the table that gets it
 */
record PartAddition(PlainSql sql, ObjectName table) implements Named.Visitor<Change> {

	private static final String SEPARATOR = ", ";

	@Override
	public Change visit(PrimaryKey key) {
		AddPrimaryKeyChange change = new AddPrimaryKeyChange();
		change.setSchemaName(this.table.schema());
		change.setTableName(this.table.name());
		change.setConstraintName(key.name());
		change.setColumnNames(String.join(SEPARATOR, key.columns()));
		return change;
	}

	@Override
	public Change visit(UniqueConstraint unique) {
		AddUniqueConstraintChange change = new AddUniqueConstraintChange();
		change.setSchemaName(this.table.schema());
		change.setTableName(this.table.name());
		change.setConstraintName(unique.name());
		change.setColumnNames(String.join(SEPARATOR, unique.columns()));
		return change;
	}

	@Override
	public Change visit(ForeignKey key) {
		AddForeignKeyConstraintChange change = new AddForeignKeyConstraintChange();
		change.setBaseTableSchemaName(this.table.schema());
		change.setBaseTableName(this.table.name());
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

	@Override
	public Change visit(CheckConstraint check) {
		return check(check, check.expression().declared());
	}

	/** A check with a condition of another form. */
	Change check(CheckConstraint check, String condition) {
		return this.sql.statement("ALTER TABLE " + this.sql.table(this.table) + " ADD CONSTRAINT "
				+ this.sql.name(check.name()) + " CHECK (" + condition + ")");
	}

	@Override
	public Change visit(Index index) {
		CreateIndexChange change = new CreateIndexChange();
		change.setSchemaName(this.table.schema());
		change.setTableName(this.table.name());
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

}
