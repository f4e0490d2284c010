package io.soundshare.migrations.autogenerate.entity;

import java.util.List;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.model.NamedType;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Table;
import org.hibernate.MappingException;

/**
 * Reader of the schema the entities declare: what Hibernate itself would create, and on
 * SQLite also what it would create if its dialect could (foreign keys, unique constraints
 * over several columns).
 */
public final class EntitySchemaReader {

	private EntitySchemaReader() {
	}

	/**
	 * Read the schema.
	 * @param entities what Hibernate knows of the entities
	 * @param product the database they are kept in
	 * @return the schema, its SQL as it can be written into a changelog
	 * @throws AutogenerateException if the database has no type for a column
	 */
	public static Schema read(MappedEntities entities, SupportedProduct product) {
		return read(new BootModel(entities, product));
	}

	/**
	 * Tell what the entities want that cannot be: a foreign key to what is not unique, an
	 * index on a column that is not there. The schema is without it, as it would be if
	 * Hibernate had created it.
	 * @param entities what Hibernate knows of the entities
	 * @param product the database they are kept in
	 * @return a sentence for each, with the way out; mostly none
	 */
	public static List<String> problems(MappedEntities entities, SupportedProduct product) {
		BootModel model = new BootModel(entities, product);
		read(model);
		return List.copyOf(model.problems());
	}

	private static Schema read(BootModel model) {
		SequenceReader sequences = new SequenceReader(model);
		TableReader reader = new TableReader(model);
		try {
			List<Table> tables = model.tables()
				.filter((table) -> !sequences.isSequence(table))
				.map(reader::read)
				.toList();
			return new Schema(DistinctNames.of(model, UniqueReferences.of(model, tables)), sequences.read());
		}
		catch (MappingException ex) {
			throw new AutogenerateException("Hibernate cannot tell the schema of the entities: " + ex.getMessage(),
					"Give the column another type, or a columnDefinition.", ex);
		}
	}

	/**
	 * Tell what has to be there before the tables that no change of a changelog makes:
	 * the types of named enums and of structures.
	 * @param entities what Hibernate knows of the entities
	 * @param product the database they are kept in
	 * @return the types, in the order in which they are made; mostly none
	 */
	public static List<NamedType> types(MappedEntities entities, SupportedProduct product) {
		return Preliminaries.of(new BootModel(entities, product));
	}

}
