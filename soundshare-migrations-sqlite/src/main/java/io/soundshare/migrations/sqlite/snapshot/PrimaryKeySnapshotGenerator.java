package io.soundshare.migrations.sqlite.snapshot;

import java.util.List;
import java.util.Optional;

import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.Names;
import liquibase.structure.core.Column;
import liquibase.structure.core.PrimaryKey;
import liquibase.structure.core.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads primary keys with the names they were given.
 */
public final class PrimaryKeySnapshotGenerator extends SqliteSnapshotGenerator<PrimaryKey, Table> {

	/**
	 * Made by Liquibase.
	 */
	public PrimaryKeySnapshotGenerator() {
		super(PrimaryKey.class, List.of(Table.class), liquibase.snapshot.jvm.PrimaryKeySnapshotGenerator.class);
	}

	@Override
	@Nullable PrimaryKey read(PrimaryKey example, SchemaReading reading) {
		return reading.tables(name(example.getTable()))
			.stream()
			.filter((table) -> !table.primaryKey().isEmpty() && isKnownBy(example.getName(), table))
			.map((table) -> primaryKey(table, example.getTable()))
			.findFirst()
			.orElse(null);
	}

	@Override
	void addTo(Table table, SchemaReading reading) {
		reading.table(table.getName())
			.filter((found) -> !found.primaryKey().isEmpty())
			.ifPresent((found) -> table.setPrimaryKey(primaryKey(found, table)));
	}

	private static boolean isKnownBy(@Nullable String name, TableReading table) {
		return name == null || table.named(Constraint.Kind.PRIMARY_KEY)
			.keySet()
			.stream()
			.anyMatch((known) -> Names.same(known, name));
	}

	private static PrimaryKey primaryKey(TableReading table, @Nullable Table owner) {
		PrimaryKey key = new PrimaryKey();
		Table relation = (Table) owner(owner, table);
		key.setTable(relation);
		Optional<String> name = table.constraints(Constraint.Kind.PRIMARY_KEY).findFirst().map(Constraint::name);
		key.setName(name.orElse(null));
		List<String> columns = table.primaryKey();
		for (int i = 0; i < columns.size(); i++) {
			key.addColumn(i, new Column(columns.get(i)).setRelation(relation));
		}
		return key;
	}

}
