package io.soundshare.migrations.autogenerate.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

import io.soundshare.migrations.autogenerate.model.GeneratedName;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * Reader of unique constraints, as Hibernate's Table.cleanseUniqueKeyMap and
 * AlterTableUniqueDelegate write it.
 */
final class UniqueReader {

	private final BootModel model;

	UniqueReader(BootModel model) {
		this.model = model;
	}

	/**
	 * Unique constraints; those that sort downwards, which only an index can, are not.
	 */
	List<UniqueConstraint> read(Table table, ColumnReader columns) {
		ObjectName name = this.model.name(table);
		List<UniqueConstraint> uniques = new ArrayList<>();
		for (UniqueKey key : table.getUniqueKeys().values()) {
			if (!descends(key) && this.model.hasAll(table, key.getColumns(), "unique constraint")) {
				add(uniques, unique(name, key.getName(), key.isNameExplicit(), key.getColumns()));
			}
		}
		for (Column column : table.getColumns()) {
			boolean unique = column.isUnique() || columns.definition(column).unique();
			if (unique && !table.isPrimaryKey(column)) {
				add(uniques, unique(name, column.getUniqueKeyName(), false, List.of(column)));
			}
		}
		return uniques;
	}

	/** Unique constraints that sort downwards, as the indexes they have to be. */
	List<Index> indexes(Table table) {
		List<Index> indexes = new ArrayList<>();
		for (UniqueKey key : table.getUniqueKeys().values()) {
			if (descends(key) && this.model.hasAll(table, key.getColumns(), "unique index")) {
				List<Index.Part> parts = key.getColumns()
					.stream()
					.map((column) -> new Index.Part(this.model.name(column), descends(key, column)))
					.toList();
				boolean implied = ImpliedName.is(key.getName()) && !key.isNameExplicit();
				String made = GeneratedName.index(this.model.name(table),
						parts.stream().map(Index.Part::column).toList());
				indexes.add(new Index(implied ? made : this.model.name(key.getName()), !implied, true, parts));
			}
		}
		return indexes;
	}

	private UniqueConstraint unique(ObjectName table, @Nullable String name, boolean explicit, List<Column> columns) {
		List<String> names = columns.stream().map(this.model::name).toList();
		return (name != null && (explicit || !ImpliedName.is(name)))
				? new UniqueConstraint(this.model.name(name), true, names)
				: new UniqueConstraint(GeneratedName.unique(table, names), false, names);
	}

	/** Two over the same columns are one, unless somebody has named both. */
	private static void add(List<UniqueConstraint> uniques, UniqueConstraint unique) {
		for (UniqueConstraint other : uniques) {
			boolean same = new HashSet<>(other.columns()).equals(new HashSet<>(unique.columns()));
			if (same && (!unique.explicit() || other.name().equals(unique.name()))) {
				return;
			}
		}
		uniques.add(unique);
	}

	private static boolean descends(UniqueKey key) {
		return key.getColumns().stream().anyMatch((column) -> descends(key, column));
	}

	private static boolean descends(UniqueKey key, Column column) {
		String order = key.getColumnOrderMap().get(column);
		return order != null && order.toLowerCase(Locale.ROOT).startsWith("desc");
	}

}
