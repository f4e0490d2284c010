package io.soundshare.migrations.sqlite.snapshot;

import java.util.List;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.ddl.IndexDefinition;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.NormalizedSql;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Column;
import liquibase.structure.core.ForeignKey;
import liquibase.structure.core.Index;
import liquibase.structure.core.Relation;
import liquibase.structure.core.Table;
import liquibase.structure.core.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Reads the indexes somebody created, not those SQLite keeps for a constraint. An
 * expression, also a column with a collation of its own, is a computed column; the
 * condition of a partial index is the attribute {@code where}.
 */
public final class IndexSnapshotGenerator extends SqliteSnapshotGenerator<Index, DatabaseObject> {

	/**
	 * Made by Liquibase.
	 */
	public IndexSnapshotGenerator() {
		super(Index.class, List.of(Table.class, UniqueConstraint.class, ForeignKey.class),
				liquibase.snapshot.jvm.IndexSnapshotGenerator.class);
	}

	@Override
	@Nullable Index read(Index example, SchemaReading reading) {
		return candidates(example, reading).flatMap((table) -> all(table, example.getRelation()))
			.filter((found) -> matches(example, found))
			.findFirst()
			.orElse(null);
	}

	@Override
	void addTo(DatabaseObject container, SchemaReading reading) {
		// Liquibase's generator, which this one replaces, makes up an index for each key.
		if (container instanceof Table table) {
			reading.table(table.getName())
				.stream()
				.flatMap((found) -> all(found, table))
				.forEach((index) -> table.getIndexes().add(index));
		}
	}

	private static Stream<TableReading> candidates(Index example, SchemaReading reading) {
		String table = name(example.getRelation());
		return (table == null && example.getName() != null) ? reading.tableOfIndex(example.getName()).stream()
				: reading.tables(table).stream();
	}

	private static boolean matches(Index example, Index found) {
		if (example.getName() != null && !Names.same(example.getName(), found.getName())) {
			return false;
		}
		List<Column> requested = example.getColumns();
		return requested.isEmpty() || (requested.size() == found.getColumns().size()
				&& Stream.iterate(0, (i) -> i < requested.size(), (i) -> i + 1)
					.allMatch((i) -> Names.same(requested.get(i).getName(), found.getColumns().get(i).getName())));
	}

	private static Stream<Index> all(TableReading table, @Nullable Relation owner) {
		Relation relation = owner(owner, table);
		return table.indexes().stream().map((index) -> of(index, table, relation));
	}

	private static Index of(IndexDefinition read, TableReading table, Relation relation) {
		Index index = new Index(read.name()).setRelation(relation).setUnique(read.unique());
		for (IndexDefinition.Key key : read.keys()) {
			Column column = new Column().setRelation(relation);
			column.setName(key.expression() ? key.text() : table.asDeclared(List.of(key.text())).get(0),
					key.expression());
			index.addColumn(column.setDescending(key.descending()));
		}
		if (read.where() != null) {
			index.setAttribute("where", NormalizedSql.of(read.where()));
		}
		return index;
	}

}
