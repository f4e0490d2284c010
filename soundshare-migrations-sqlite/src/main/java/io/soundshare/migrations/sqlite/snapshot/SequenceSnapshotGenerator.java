package io.soundshare.migrations.sqlite.snapshot;

import java.util.List;

import liquibase.structure.core.Schema;
import liquibase.structure.core.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Reads sequences, which SQLite has not: a table with the one column {@code next_val}
 * stands for one, as Hibernate has it. Such a table is listed as a sequence and not as a
 * table, yet both {@code sequenceExists} and {@code tableExists} are true of it.
 */
public final class SequenceSnapshotGenerator extends SqliteSnapshotGenerator<Sequence, Schema> {

	/**
	 * Made by Liquibase.
	 */
	public SequenceSnapshotGenerator() {
		super(Sequence.class, List.of(Schema.class), liquibase.snapshot.jvm.SequenceSnapshotGenerator.class);
	}

	@Override
	@Nullable Sequence read(Sequence example, SchemaReading reading) {
		return reading.table(example.getName())
			.filter(TableReading::isSequence)
			.map((table) -> sequence(table, example.getSchema()))
			.orElse(null);
	}

	@Override
	void addTo(Schema schema, SchemaReading reading) {
		reading.tables(null)
			.stream()
			.filter(TableReading::isSequence)
			.forEach((table) -> schema.addDatabaseObject(sequence(table, schema)));
	}

	private static Sequence sequence(TableReading table, @Nullable Schema schema) {
		Sequence sequence = new Sequence().setName(table.name());
		sequence.setSchema((schema != null) ? schema : new Schema((String) null, null));
		return sequence;
	}

}
