package io.soundshare.migrations.autogenerate.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.GeneratedName;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.Named;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;

/**
 * Names of which none is there twice. Made up, {@code uq_a_b_c} may be {@code c} of
 * {@code a_b} or {@code b_c} of {@code a}, and a column may refer to two tables. Chosen,
 * the same name is often given to the indexes of two tables, which is one too many for
 * both databases: the second is made up.
 */
final class DistinctNames {

	private final BootModel model;

	/** Of tables, indexes and unique constraints, which have them in common. */
	private final Set<String> relations = new HashSet<>();

	private final Set<String> madeUp = new HashSet<>();

	private DistinctNames(BootModel model) {
		this.model = model;
	}

	static List<Table> of(BootModel model, List<Table> tables) {
		DistinctNames names = new DistinctNames(model);
		tables.forEach((table) -> names.relations.add(names.key(table.name(), table.name().name())));
		List<Table> sorted = new ArrayList<>(tables);
		sorted.sort(Comparator.comparing((table) -> table.name().toString()));
		sorted.replaceAll(names::chosen);
		sorted.replaceAll(names::madeUp);
		return sorted;
	}

	private Table chosen(Table table) {
		List<UniqueConstraint> uniques = table.uniques().stream().map((unique) -> chosen(table, unique)).toList();
		List<Index> indexes = table.indexes().stream().map((index) -> chosen(table, index)).toList();
		return with(table, uniques, table.foreignKeys(), table.checks(), indexes);
	}

	private UniqueConstraint chosen(Table table, UniqueConstraint unique) {
		return (!unique.explicit() || free(table, unique.name())) ? unique
				: new UniqueConstraint(GeneratedName.unique(table.name(), unique.columns()), false, unique.columns());
	}

	private Index chosen(Table table, Index index) {
		return (!index.explicit() || free(table, index.name())) ? index
				: new Index(GeneratedName.index(table.name(), index.columns()), false, index.unique(), index.parts());
	}

	private boolean free(Table table, String name) {
		boolean free = this.relations.add(key(table.name(), name));
		if (!free) {
			this.model.problem("The name " + name + " is taken: that of table " + table.name()
					+ " is made up. Give it another name.");
		}
		return free;
	}

	private String key(ObjectName table, String name) {
		Product product = this.model.product();
		return product.key(new ObjectName(table.schema(), name).toString());
	}

	private Table madeUp(Table table) {
		List<UniqueConstraint> uniques = table.uniques()
			.stream()
			.map((unique) -> new UniqueConstraint(madeUp(table, unique), unique.explicit(), unique.columns()))
			.toList();
		List<ForeignKey> keys = table.foreignKeys()
			.stream()
			.map((key) -> new ForeignKey(madeUp(table, key), key.explicit(), key.columns(), key.referencedTable(),
					key.referencedColumns(), key.onDelete(), key.onUpdate(), key.deferrable(), key.initiallyDeferred()))
			.toList();
		List<CheckConstraint> checks = table.checks()
			.stream()
			.map((check) -> new CheckConstraint(madeUp(table, check), check.explicit(), check.expression()))
			.toList();
		List<Index> indexes = table.indexes()
			.stream()
			.map((index) -> new Index(madeUp(table, index), index.explicit(), index.unique(), index.parts()))
			.toList();
		return with(table, uniques, keys, checks, indexes);
	}

	private String madeUp(Table table, Named part) {
		String name = part.name();
		if (part.explicit() || (!this.relations.contains(key(table.name(), name)) && this.madeUp.add(name))) {
			return name;
		}
		String another = GeneratedName.another(name, table.name() + " " + part);
		this.madeUp.add(another);
		return another;
	}

	private static Table with(Table table, List<UniqueConstraint> uniques, List<ForeignKey> foreignKeys,
			List<CheckConstraint> checks, List<Index> indexes) {
		return new Table(table.name(), table.columns(), table.primaryKey(), uniques, foreignKeys, checks, indexes,
				table.comment());
	}

}
