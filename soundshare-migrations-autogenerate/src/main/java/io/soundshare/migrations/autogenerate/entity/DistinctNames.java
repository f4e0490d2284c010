package io.soundshare.migrations.autogenerate.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.MadeUpName;
import io.soundshare.migrations.autogenerate.model.Named;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;

/**
 * Sees to it that no name is made up twice: {@code uq_a_b_c} may be {@code c} of
 * {@code a_b} or {@code b_c} of {@code a}, and a column may refer to two tables.
 */
final class DistinctNames {

	private final Set<String> taken = new HashSet<>();

	private DistinctNames() {
	}

	static List<Table> of(List<Table> tables) {
		DistinctNames names = new DistinctNames();
		for (Table table : tables) {
			names.keep(table.uniques());
			names.keep(table.foreignKeys());
			names.keep(table.checks());
			names.keep(table.indexes());
		}
		return tables.stream().map(names::of).toList();
	}

	private void keep(List<? extends Named> parts) {
		parts.stream().filter(Named::explicit).map(Named::name).forEach(this.taken::add);
	}

	private Table of(Table table) {
		List<UniqueConstraint> uniques = new ArrayList<>();
		for (UniqueConstraint unique : table.uniques()) {
			uniques.add(new UniqueConstraint(free(unique, table), unique.explicit(), unique.columns()));
		}
		List<ForeignKey> keys = new ArrayList<>();
		for (ForeignKey key : table.foreignKeys()) {
			keys.add(new ForeignKey(free(key, table), key.explicit(), key.columns(), key.referencedTable(),
					key.referencedColumns(), key.onDelete(), key.onUpdate(), key.deferrable(),
					key.initiallyDeferred()));
		}
		List<CheckConstraint> checks = new ArrayList<>();
		for (CheckConstraint check : table.checks()) {
			checks.add(new CheckConstraint(free(check, table), check.explicit(), check.expression()));
		}
		List<Index> indexes = new ArrayList<>();
		for (Index index : table.indexes()) {
			indexes.add(new Index(free(index, table), index.explicit(), index.unique(), index.parts()));
		}
		return new Table(table.name(), table.columns(), table.primaryKey(), uniques, keys, checks, indexes,
				table.comment());
	}

	private String free(Named part, Table table) {
		if (part.explicit()) {
			return part.name();
		}
		String name = part.name();
		if (!this.taken.add(name)) {
			name = MadeUpName.another(name, table.name() + " " + part);
			this.taken.add(name);
		}
		return name;
	}

}
