package io.soundshare.migrations.sqlite.snapshot;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.ImpliedNames;
import io.soundshare.migrations.sqlite.ddl.Names;
import liquibase.structure.core.Column;
import liquibase.structure.core.ForeignKey;
import liquibase.structure.core.ForeignKeyConstraintType;
import liquibase.structure.core.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads foreign keys, those of a column too. One without a name has the one of
 * {@link ImpliedNames}.
 */
public final class ForeignKeySnapshotGenerator extends SqliteSnapshotGenerator<ForeignKey, Table> {

	/**
	 * Made by Liquibase.
	 */
	public ForeignKeySnapshotGenerator() {
		super(ForeignKey.class, List.of(Table.class), liquibase.snapshot.jvm.ForeignKeySnapshotGenerator.class);
	}

	@Override
	@Nullable ForeignKey read(ForeignKey example, SchemaReading reading) {
		return reading.tables(name(example.getForeignKeyTable()))
			.stream()
			.flatMap((table) -> all(table, example.getForeignKeyTable(), reading))
			.filter((found) -> example.getName() == null || Names.same(example.getName(), found.getName()))
			.findFirst()
			.orElse(null);
	}

	@Override
	void addTo(Table table, SchemaReading reading) {
		reading.table(table.getName())
			.stream()
			.flatMap((found) -> all(found, table, reading))
			.forEach((key) -> table.getOutgoingForeignKeys().add(key));
	}

	private static Stream<ForeignKey> all(TableReading table, @Nullable Table owner, SchemaReading reading) {
		Table relation = (Table) owner(owner, table);
		return table.named(Constraint.Kind.FOREIGN_KEY)
			.entrySet()
			.stream()
			.map((entry) -> of(entry, table, relation, reading));
	}

	private static ForeignKey of(Map.Entry<String, Constraint> named, TableReading child, Table childTable,
			SchemaReading reading) {
		var reference = Objects.requireNonNull(named.getValue().foreignKey());
		TableReading parent = reading.table(reference.table()).orElse(null);
		Table parentTable = table((parent != null) ? parent.name() : reference.table(), childTable.getSchema());
		ForeignKey key = new ForeignKey(named.getKey()).setForeignKeyTable(childTable)
			.setPrimaryKeyTable(parentTable)
			.setDeferrable(reference.deferrable())
			.setInitiallyDeferred(reference.initiallyDeferred())
			.setDeleteRule(rule(reference.onDelete()))
			.setUpdateRule(rule(reference.onUpdate()));
		child.asDeclared(named.getValue().columns())
			.forEach((column) -> key.addForeignKeyColumn(new Column(column).setRelation(childTable)));
		parentColumns(reference.columns(), parent)
			.forEach((column) -> key.addPrimaryKeyColumn(new Column(column).setRelation(parentTable)));
		return key;
	}

	private static List<String> parentColumns(List<String> written, @Nullable TableReading parent) {
		if (parent == null) {
			return written;
		}
		return (!written.isEmpty()) ? parent.asDeclared(written) : parent.primaryKey();
	}

	private static ForeignKeyConstraintType rule(@Nullable String action) {
		return switch ((action != null) ? action : "") {
			case "CASCADE" -> ForeignKeyConstraintType.importedKeyCascade;
			case "SET NULL" -> ForeignKeyConstraintType.importedKeySetNull;
			case "SET DEFAULT" -> ForeignKeyConstraintType.importedKeySetDefault;
			case "RESTRICT" -> ForeignKeyConstraintType.importedKeyRestrict;
			default -> ForeignKeyConstraintType.importedKeyNoAction;
		};
	}

}
