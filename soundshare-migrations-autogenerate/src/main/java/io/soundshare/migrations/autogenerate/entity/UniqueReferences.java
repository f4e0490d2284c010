package io.soundshare.migrations.autogenerate.entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;

/**
 * Tables without the foreign keys to columns that are not unique. PostgreSQL refuses
 * them; SQLite takes them and then refuses every row (foreignkeys.html 3).
 */
final class UniqueReferences {

	private final BootModel model;

	private final Map<ObjectName, Set<Set<String>>> keys = new HashMap<>();

	private UniqueReferences(BootModel model, List<Table> tables) {
		this.model = model;
		for (Table table : tables) {
			Set<Set<String>> unique = this.keys.computeIfAbsent(table.name(), (name) -> new HashSet<>());
			Stream
				.of(Stream.ofNullable(table.primaryKey()).map(PrimaryKey::columns),
						table.uniques().stream().map(UniqueConstraint::columns),
						table.indexes().stream().filter(Index::unique).map(Index::columns))
				.flatMap((columns) -> columns)
				.forEach((columns) -> unique.add(Set.copyOf(columns)));
		}
	}

	static List<Table> of(BootModel model, List<Table> tables) {
		UniqueReferences references = new UniqueReferences(model, tables);
		return tables.stream().map(references::of).toList();
	}

	private Table of(Table table) {
		List<ForeignKey> sound = table.foreignKeys().stream().filter((key) -> sound(table, key)).toList();
		return new Table(table.name(), table.columns(), table.primaryKey(), table.uniques(), sound, table.checks(),
				table.indexes(), table.comment());
	}

	/** Tell whether a key can be: one to a table that is no entity's may well. */
	private boolean sound(Table table, ForeignKey key) {
		Set<Set<String>> unique = this.keys.get(key.referencedTable());
		boolean sound = unique == null || unique.contains(Set.copyOf(key.referencedColumns()));
		if (!sound) {
			this.model.problem("No foreign key of table " + table.name() + " (" + String.join(", ", key.columns())
					+ "): " + String.join(", ", key.referencedColumns()) + " of " + key.referencedTable()
					+ " is not unique. Make it so, or say @ForeignKey(ConstraintMode.NO_CONSTRAINT).");
		}
		return sound;
	}

}
