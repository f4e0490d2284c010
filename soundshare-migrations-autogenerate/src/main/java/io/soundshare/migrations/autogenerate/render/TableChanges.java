package io.soundshare.migrations.autogenerate.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.Named;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.Table;
import liquibase.change.Change;
import liquibase.change.core.CreateTableChange;
import liquibase.change.core.DropTableChange;
import liquibase.change.core.RenameTableChange;
import liquibase.change.core.SetTableRemarksChange;

/**
 * Changes of whole tables.
 */
final class TableChanges {

	private final ColumnChanges columns;

	private final PartChanges parts;

	TableChanges(ColumnChanges columns, PartChanges parts) {
		this.columns = columns;
		this.parts = parts;
	}

	/** The table with everything but its foreign keys. */
	List<Change> create(Table table) {
		CreateTableChange change = new CreateTableChange();
		change.setSchemaName(table.name().schema());
		change.setTableName(table.name().name());
		if (table.comment() != null) {
			change.setRemarks(table.comment().declared());
		}
		List<Change> changes = new ArrayList<>();
		changes.add(change);
		PrimaryKey key = table.primaryKey();
		boolean keyLast = key != null && !comesWithColumns(key, table);
		for (Column column : table.columns()) {
			if (ColumnChanges.isSql(column)) {
				changes.addAll(this.columns.add(new Difference.AddColumn(table.name(), column, null)));
			}
			else {
				change.addColumn(ColumnConfigs.of(column, keyLast ? null : key));
			}
		}
		if (key != null && keyLast) {
			changes.add(this.parts.add(table.name(), key));
		}
		Stream.<List<? extends Named>>of(table.uniques(), table.checks(), table.indexes())
			.flatMap(List::stream)
			.forEach((part) -> changes.add(this.parts.add(table.name(), part)));
		return changes;
	}

	/** Liquibase makes a key in the order of its columns in the table. */
	private static boolean comesWithColumns(PrimaryKey key, Table table) {
		List<Column> columns = table.columns()
			.stream()
			.filter((column) -> key.columns().contains(column.name()))
			.toList();
		return columns.stream().map(Column::name).toList().equals(key.columns())
				&& columns.stream().noneMatch(ColumnChanges::isSql);
	}

	Change drop(Table table) {
		DropTableChange change = new DropTableChange();
		change.setSchemaName(table.name().schema());
		change.setTableName(table.name().name());
		return change;
	}

	Change rename(Difference.RenameTable rename) {
		RenameTableChange change = new RenameTableChange();
		change.setSchemaName(rename.from().schema());
		change.setOldTableName(rename.from().name());
		change.setNewTableName(rename.to().name());
		return change;
	}

	Change comment(Difference.AlterComment comment) {
		SetTableRemarksChange change = new SetTableRemarksChange();
		ObjectName table = comment.subject();
		change.setSchemaName(table.schema());
		change.setTableName(table.name());
		change.setRemarks((comment.to() != null) ? comment.to().declared() : "");
		return change;
	}

}
