package io.soundshare.migrations.autogenerate.entity;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import io.soundshare.migrations.autogenerate.model.GeneratedName;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.Table;
import org.hibernate.MappingException;
import org.hibernate.mapping.UniqueKey;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Reader of tables, as Hibernate's SchemaCreatorImpl writes them.
 */
final class TableReader {

	private final BootModel model;

	private final ColumnReader columns;

	private final UniqueReader uniques;

	private final ForeignKeyReader foreignKeys;

	private final CheckReader checks;

	private final IndexReader indexes;

	TableReader(BootModel model) {
		this.model = model;
		this.columns = new ColumnReader(model);
		this.uniques = new UniqueReader(model);
		this.foreignKeys = new ForeignKeyReader(model);
		this.checks = new CheckReader(model);
		this.indexes = new IndexReader(model);
	}

	Table read(org.hibernate.mapping.Table table) {
		List<Column> all = columns(table).stream().map((column) -> read(column, table)).toList();
		List<Index> ordered = Stream.concat(this.indexes.read(table).stream(), this.uniques.indexes(table).stream())
			.toList();
		String comment = table.getComment();
		return new Table(this.model.name(table), all, primaryKey(table), this.uniques.read(table, this.columns),
				this.foreignKeys.read(table, this.columns), this.checks.read(table, this.columns), ordered,
				(comment != null) ? DeclaredSql.of(ColumnReader.comment(comment)) : null);
	}

	private Column read(org.hibernate.mapping.Column column, org.hibernate.mapping.Table table) {
		try {
			return this.columns.read(column, table);
		}
		catch (MappingException ex) {
			String name = this.model.name(column);
			throw new AutogenerateException(
					"The attribute " + new Attributes(this.model).name(this.model.name(table), name) + " wants a type "
							+ this.model.product() + " does not have: " + ex.getMessage(),
					isNamedEnum(column) ? "Take @Enumerated(EnumType.STRING) in the place of a named enum."
							: "Give it another type, or a columnDefinition.",
					ex);
		}
	}

	private static boolean isNamedEnum(org.hibernate.mapping.Column column) {
		Integer code = column.getSqlTypeCode();
		return code != null && (code == SqlTypes.NAMED_ENUM || code == SqlTypes.NAMED_ORDINAL_ENUM);
	}

	/**
	 * The columns in Hibernate's order, but those of the key in the key's: createTable
	 * makes the key in the order of the columns, and its index finds rows by its first.
	 */
	private static List<org.hibernate.mapping.Column> columns(org.hibernate.mapping.Table table) {
		if (!table.hasPrimaryKey()) {
			return List.copyOf(table.getColumns());
		}
		Iterator<org.hibernate.mapping.Column> key = table.getPrimaryKey().getColumns().iterator();
		return table.getColumns()
			.stream()
			.map((column) -> table.getPrimaryKey().containsColumn(column) ? key.next() : column)
			.toList();
	}

	private @Nullable PrimaryKey primaryKey(org.hibernate.mapping.Table table) {
		if (!table.hasPrimaryKey() || table.getPrimaryKey().getColumns().isEmpty()) {
			return null;
		}
		UniqueKey named = table.getPrimaryKey().getOrderingUniqueKey();
		String name = (named != null && named.isNameExplicit()) ? this.model.name(named.getName())
				: GeneratedName.primaryKey(this.model.name(table));
		return new PrimaryKey(name, table.getPrimaryKey().getColumns().stream().map(this.model::name).toList());
	}

}
