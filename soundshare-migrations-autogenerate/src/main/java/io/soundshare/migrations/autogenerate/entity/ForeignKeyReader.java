package io.soundshare.migrations.autogenerate.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.ForeignKey.Action;
import io.soundshare.migrations.autogenerate.model.GeneratedName;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reader of foreign keys, as Hibernate's StandardForeignKeyExporter writes them.
 */
final class ForeignKeyReader {

	private final BootModel model;

	ForeignKeyReader(BootModel model) {
		this.model = model;
	}

	List<ForeignKey> read(Table table, ColumnReader columns) {
		List<ForeignKey> keys = new ArrayList<>();
		for (org.hibernate.mapping.ForeignKey key : table.getForeignKeyCollection()) {
			if (key.isCreationEnabled() && key.isPhysicalConstraint() && !key.getReferencedTable().isView()
					&& referenced(key).size() == key.getColumnSpan()) {
				add(keys, foreignKey(table, key));
			}
		}
		for (Column column : table.getColumns()) {
			ColumnDefinitionText.Reference reference = columns.definition(column).reference();
			if (reference != null) {
				add(keys, foreignKey(table, column, reference));
			}
		}
		return keys;
	}

	private ForeignKey foreignKey(Table table, org.hibernate.mapping.ForeignKey key) {
		List<Column> referenced = referenced(key);
		ReferentialClauses clauses = ReferentialClauses.of(Stream.of(key.getKeyDefinition(), key.getOptions())
			.filter((sql) -> sql != null)
			.reduce("", (one, other) -> one + " " + other));
		OnDeleteAction onDelete = key.getOnDeleteAction();
		Action action = (onDelete != null && onDelete != OnDeleteAction.NO_ACTION)
				? Action.valueOf(onDelete.toSqlString().toUpperCase(Locale.ROOT).replace(' ', '_'))
				: clauses.onDelete();
		return foreignKey(table, key.getName(), names(key.getColumns()), this.model.name(key.getReferencedTable()),
				names(referenced), action, clauses);
	}

	private static List<Column> referenced(org.hibernate.mapping.ForeignKey key) {
		PrimaryKey primaryKey = key.getReferencedTable().getPrimaryKey();
		if (key.isReferenceToPrimaryKey()) {
			return (primaryKey != null) ? primaryKey.getColumns() : List.of();
		}
		return key.getReferencedColumns();
	}

	private ForeignKey foreignKey(Table table, Column column, ColumnDefinitionText.Reference reference) {
		ReferentialClauses clauses = ReferentialClauses.of(reference.actions());
		int dot = reference.table().lastIndexOf('.');
		String name = this.model.name(reference.table().substring(dot + 1));
		ObjectName target = (dot > 0) ? new ObjectName(this.model.name(reference.table().substring(0, dot)), name)
				: ObjectName.of(name);
		String key = reference.column();
		return foreignKey(table, reference.name(), List.of(this.model.name(column)), target,
				(key != null) ? List.of(this.model.name(key)) : primaryKey(target), clauses.onDelete(), clauses);
	}

	private ForeignKey foreignKey(Table table, @Nullable String name, List<String> columns, ObjectName target,
			List<String> referenced, Action onDelete, ReferentialClauses clauses) {
		boolean explicit = name != null && !ImpliedName.is(name);
		String kept = (name != null && explicit) ? this.model.name(name)
				: GeneratedName.foreignKey(this.model.name(table), columns);
		return new ForeignKey(kept, explicit, columns, target, referenced, onDelete, clauses.onUpdate(),
				clauses.deferrable(), clauses.initiallyDeferred());
	}

	private List<String> primaryKey(ObjectName target) {
		return this.model.tables()
			.filter((table) -> table.hasPrimaryKey() && this.model.name(table).equals(target))
			.findFirst()
			.map((table) -> names(table.getPrimaryKey().getColumns()))
			.orElse(List.of());
	}

	private List<String> names(List<Column> columns) {
		return columns.stream().map(this.model::name).toList();
	}

	/**
	 * Hibernate makes two of one reference if two entities share a table. What a
	 * columnDefinition refers to may be no entity's, with a primary key nobody knows.
	 */
	private static void add(List<ForeignKey> keys, ForeignKey key) {
		boolean known = key.referencedColumns().isEmpty() || keys.stream()
			.anyMatch((other) -> other.columns().equals(key.columns())
					&& other.referencedTable().equals(key.referencedTable())
					&& other.referencedColumns().equals(key.referencedColumns()));
		if (!known) {
			keys.add(key);
		}
	}

}
