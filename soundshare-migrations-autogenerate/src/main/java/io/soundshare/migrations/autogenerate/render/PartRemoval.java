package io.soundshare.migrations.autogenerate.render;

import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.Named;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;
import liquibase.change.Change;
import liquibase.change.core.DropForeignKeyConstraintChange;
import liquibase.change.core.DropIndexChange;
import liquibase.change.core.DropPrimaryKeyChange;
import liquibase.change.core.DropUniqueConstraintChange;

/**
 * The change that drops a key, a check or an index.
 *
 * @param sql writes what Liquibase has no change for
 * @param table the table that loses it
 */
record PartRemoval(PlainSql sql, ObjectName table) implements Named.Visitor<Change> {

	@Override
	public Change visit(PrimaryKey key) {
		DropPrimaryKeyChange change = new DropPrimaryKeyChange();
		change.setSchemaName(this.table.schema());
		change.setTableName(this.table.name());
		change.setConstraintName(key.name());
		return change;
	}

	@Override
	public Change visit(UniqueConstraint unique) {
		DropUniqueConstraintChange change = new DropUniqueConstraintChange();
		change.setSchemaName(this.table.schema());
		change.setTableName(this.table.name());
		change.setConstraintName(unique.name());
		return change;
	}

	@Override
	public Change visit(ForeignKey key) {
		DropForeignKeyConstraintChange change = new DropForeignKeyConstraintChange();
		change.setBaseTableSchemaName(this.table.schema());
		change.setBaseTableName(this.table.name());
		change.setConstraintName(key.name());
		return change;
	}

	@Override
	public Change visit(CheckConstraint check) {
		return this.sql
			.statement("ALTER TABLE " + this.sql.table(this.table) + " DROP CONSTRAINT " + this.sql.name(check.name()));
	}

	@Override
	public Change visit(Index index) {
		DropIndexChange change = new DropIndexChange();
		change.setSchemaName(this.table.schema());
		change.setTableName(this.table.name());
		change.setIndexName(index.name());
		return change;
	}

}
