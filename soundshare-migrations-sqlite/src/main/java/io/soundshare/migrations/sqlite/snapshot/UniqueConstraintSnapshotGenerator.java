package io.soundshare.migrations.sqlite.snapshot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.ImpliedNames;
import io.soundshare.migrations.sqlite.ddl.Names;
import liquibase.structure.core.Column;
import liquibase.structure.core.Relation;
import liquibase.structure.core.Table;
import liquibase.structure.core.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Reads unique constraints, those of a column too. One without a name has the one of
 * {@link ImpliedNames}.
 */
public final class UniqueConstraintSnapshotGenerator extends SqliteSnapshotGenerator<UniqueConstraint, Table> {

	/**
	 * Made by Liquibase.
	 */
	public UniqueConstraintSnapshotGenerator() {
		super(UniqueConstraint.class, List.of(Table.class),
				liquibase.snapshot.jvm.UniqueConstraintSnapshotGenerator.class);
	}

	@Override
	@Nullable UniqueConstraint read(UniqueConstraint example, SchemaReading reading) {
		return reading.tables(name(example.getRelation()))
			.stream()
			.flatMap((table) -> all(table, example.getRelation()))
			.filter((found) -> matches(example, found))
			.findFirst()
			.orElse(null);
	}

	@Override
	void addTo(Table table, SchemaReading reading) {
		reading.table(table.getName())
			.stream()
			.flatMap((found) -> all(found, table))
			.forEach((constraint) -> table.getUniqueConstraints().add(constraint));
	}

	private static boolean matches(UniqueConstraint example, UniqueConstraint found) {
		boolean name = example.getName() == null || Names.same(example.getName(), found.getName());
		return name && (example.getColumns().isEmpty() || sameNames(example.getColumns(), found.getColumns()));
	}

	private static boolean sameNames(List<Column> some, List<Column> others) {
		return some.size() == others.size() && Stream.iterate(0, (i) -> i < some.size(), (i) -> i + 1)
			.allMatch((i) -> Names.same(some.get(i).getName(), others.get(i).getName()));
	}

	private static Stream<UniqueConstraint> all(TableReading table, @Nullable Relation owner) {
		Relation relation = owner(owner, table);
		return table.named(Constraint.Kind.UNIQUE).entrySet().stream().map((entry) -> of(entry, table, relation));
	}

	private static UniqueConstraint of(Map.Entry<String, Constraint> named, TableReading table, Relation relation) {
		UniqueConstraint constraint = new UniqueConstraint().setName(named.getKey()).setRelation(relation);
		table.asDeclared(named.getValue().columns())
			.forEach((column) -> constraint.getColumns().add(new Column(column).setRelation(relation)));
		Optional.ofNullable(named.getValue().conflict())
			.ifPresent((conflict) -> constraint.setAttribute("onConflict", conflict));
		return constraint;
	}

}
