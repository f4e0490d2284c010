package io.soundshare.migrations.sqlite.snapshot;

import java.util.List;
import java.util.Locale;

import io.soundshare.migrations.sqlite.ddl.ColumnDefinition;
import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.NormalizedSql;
import liquibase.statement.DatabaseFunction;
import liquibase.structure.core.Column;
import liquibase.structure.core.Relation;
import liquibase.structure.core.Table;
import liquibase.structure.core.View;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns. A generated column has the default {@code GENERATED ALWAYS AS (…)
 * VIRTUAL} or {@code STORED}, a {@link DatabaseFunction}, as Liquibase has it for
 * PostgreSQL. A collation other than BINARY is the attribute {@code collation}.
 */
public final class ColumnSnapshotGenerator extends SqliteSnapshotGenerator<Column, Relation> {

	/**
	 * Made by Liquibase.
	 */
	public ColumnSnapshotGenerator() {
		super(Column.class, List.of(Table.class, View.class), liquibase.snapshot.jvm.ColumnSnapshotGenerator.class);
	}

	@Override
	@Nullable Column read(Column example, SchemaReading reading) {
		if (Boolean.TRUE.equals(example.getComputed()) || Boolean.TRUE.equals(example.getDescending())) {
			// Part of an index, not a column of its own.
			return example;
		}
		Relation relation = example.getRelation();
		return reading.tableOrView(name(relation))
			.flatMap((table) -> table.column(example.getName()).map((column) -> column(column, table, relation)))
			.orElse(null);
	}

	@Override
	void addTo(Relation relation, SchemaReading reading) {
		reading.tableOrView(relation.getName())
			.ifPresent((table) -> table.columns()
				.forEach((column) -> relation.getColumns().add(column(column, table, relation))));
	}

	private static Column column(ColumnReading read, TableReading table, Relation relation) {
		DeclaredType type = new DeclaredType(read.type());
		Column column = new Column(read.name()).setRelation(relation)
			.setOrder(table.columns().indexOf(read) + 1)
			.setType(type.toDataType())
			.setNullable(!read.notNull() && !table.isRowidAlias(read.name()));
		if (read.isGenerated()) {
			column.setDefaultValue(generated(read, table));
		}
		else if (read.defaultSql() != null) {
			column.setDefaultValue(DefaultReading.of(read.defaultSql(), type));
		}
		if (table.columnConstraint(read.name(), Constraint.Kind.PRIMARY_KEY)
			.filter(Constraint::autoIncrement)
			.isPresent()) {
			column.setAutoIncrementInformation(new Column.AutoIncrementInformation(1, 1));
		}
		table.columnConstraint(read.name(), Constraint.Kind.DEFAULT)
			.map(Constraint::name)
			.ifPresent(column::setDefaultValueConstraintName);
		table.columnConstraint(read.name(), Constraint.Kind.NOT_NULL)
			.map(Constraint::name)
			.ifPresent((name) -> column.setAttribute("notNullConstraintName", name));
		table.columnConstraint(read.name(), Constraint.Kind.COLLATE)
			.map((collate) -> collate.expression().toUpperCase(Locale.ROOT))
			.filter((collation) -> !collation.equals("BINARY"))
			.ifPresent((collation) -> column.setAttribute("collation", collation));
		return column;
	}

	private static @Nullable DatabaseFunction generated(ColumnReading read, TableReading table) {
		return table.columnConstraint(read.name(), Constraint.Kind.GENERATED)
			.map((constraint) -> "GENERATED ALWAYS AS (" + NormalizedSql.of(constraint.expression()) + ") "
					+ (isStored(read, table) ? "STORED" : "VIRTUAL"))
			.map(DatabaseFunction::new)
			.orElse(null);
	}

	private static boolean isStored(ColumnReading read, TableReading table) {
		return table.definition() != null
				&& table.definition().column(read.name()).filter(ColumnDefinition::stored).isPresent();
	}

}
