package io.soundshare.migrations.sqlite.snapshot;

import java.util.List;

import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.NormalizedSql;
import io.soundshare.migrations.sqlite.ddl.TableDefinition;
import liquibase.structure.core.Schema;
import liquibase.structure.core.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables. What Liquibase has no object for is an attribute of the table, so that
 * {@code snapshot} shows it and {@code diff} compares it: {@code checkConstraints},
 * {@code strict} and {@code withoutRowid}.
 */
public final class TableSnapshotGenerator extends SqliteSnapshotGenerator<Table, Schema> {

	/**
	 * Made by Liquibase.
	 */
	public TableSnapshotGenerator() {
		super(Table.class, List.of(Schema.class), liquibase.snapshot.jvm.TableSnapshotGenerator.class);
	}

	@Override
	@Nullable Table read(Table example, SchemaReading reading) {
		return reading.table(example.getName()).map((found) -> {
			Table table = table(found.name(), example.getSchema());
			List<String> checks = found.constraints(Constraint.Kind.CHECK)
				.map((check) -> NormalizedSql.of(check.sql()))
				.sorted()
				.toList();
			if (!checks.isEmpty()) {
				table.setAttribute("checkConstraints", checks);
			}
			TableDefinition definition = found.definition();
			if (definition != null && definition.strict()) {
				table.setAttribute("strict", true);
			}
			if (definition != null && definition.withoutRowid()) {
				table.setAttribute("withoutRowid", true);
			}
			return table;
		}).orElse(null);
	}

	@Override
	void addTo(Schema schema, SchemaReading reading) {
		reading.tables(null)
			.stream()
			.filter((table) -> !table.isSequence())
			.forEach((table) -> schema.addDatabaseObject(table(table.name(), schema)));
	}

}
