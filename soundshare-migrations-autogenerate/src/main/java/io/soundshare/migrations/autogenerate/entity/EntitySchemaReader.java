package io.soundshare.migrations.autogenerate.entity;

import java.util.List;

import io.soundshare.migrations.autogenerate.MappedEntities;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Table;

/**
 * Reads the schema the entities want: what Hibernate itself would create, and on SQLite
 * also what it would create if its dialect could (foreign keys, unique constraints over
 * several columns).
 */
public final class EntitySchemaReader {

	private EntitySchemaReader() {
	}

	/**
	 * Read the schema.
	 * @param entities what Hibernate knows of the entities
	 * @param product the database they are kept in
	 * @return the schema, its SQL as it can be written into a changelog
	 */
	public static Schema read(MappedEntities entities, Product product) {
		BootModel model = new BootModel(entities, product);
		SequenceReader sequences = new SequenceReader(model);
		TableReader reader = new TableReader(model);
		List<Table> tables = model.tables().filter((table) -> !sequences.isSequence(table)).map(reader::read).toList();
		return new Schema(DistinctNames.of(tables), sequences.read());
	}

}
