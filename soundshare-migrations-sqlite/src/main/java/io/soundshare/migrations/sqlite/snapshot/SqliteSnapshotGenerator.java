package io.soundshare.migrations.sqlite.snapshot;

import java.util.List;

import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.DatabaseException;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.snapshot.InvalidExampleException;
import liquibase.snapshot.SnapshotGenerator;
import liquibase.snapshot.SnapshotGeneratorChain;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Relation;
import liquibase.structure.core.Schema;
import liquibase.structure.core.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads one type of object of a SQLite database, instead of Liquibase's own generator.
 *
 * @param <T> the type of the object
 * @param <C> the type of the objects it belongs to
 */
abstract class SqliteSnapshotGenerator<T extends DatabaseObject, C extends DatabaseObject>
		implements SnapshotGenerator {

	private final Class<T> type;

	private final List<Class<? extends C>> containers;

	private final Class<? extends SnapshotGenerator> replaced;

	SqliteSnapshotGenerator(Class<T> type, List<Class<? extends C>> containers,
			Class<? extends SnapshotGenerator> replaced) {
		this.type = type;
		this.containers = containers;
		this.replaced = replaced;
	}

	@Override
	public int getPriority(@Nullable Class<? extends DatabaseObject> objectType, Database database) {
		if (!(database instanceof SQLiteDatabase) || objectType == null) {
			return PRIORITY_NONE;
		}
		if (this.type.isAssignableFrom(objectType)) {
			return PRIORITY_DATABASE;
		}
		boolean additional = this.containers.stream().anyMatch((container) -> container.isAssignableFrom(objectType));
		return additional ? PRIORITY_ADDITIONAL : PRIORITY_NONE;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <D extends DatabaseObject> @Nullable D snapshot(D example, DatabaseSnapshot snapshot,
			SnapshotGeneratorChain chain) throws DatabaseException, InvalidExampleException {
		if (this.type.isInstance(example)) {
			return (D) read(this.type.cast(example), SchemaReading.of(snapshot));
		}
		D found = chain.snapshot(example, snapshot);
		if (found != null && snapshot.getSnapshotControl().shouldInclude(this.type)
				&& snapshot.getDatabase().supports(this.type)) {
			this.containers.stream()
				.filter((container) -> container.isInstance(found))
				.findFirst()
				.ifPresent((container) -> addTo(container.cast(found), SchemaReading.of(snapshot)));
		}
		return found;
	}

	@Override
	public Class<? extends DatabaseObject>[] addsTo() {
		return array(this.containers);
	}

	@Override
	public Class<? extends SnapshotGenerator>[] replaces() {
		return array(List.of(this.replaced));
	}

	/**
	 * The object an example describes.
	 * @param example what is known of it
	 * @param reading the schema
	 * @return the object, or {@code null} if there is none
	 */
	abstract @Nullable T read(T example, SchemaReading reading);

	/**
	 * Adds all objects of this type to what they belong to.
	 * @param container what they belong to
	 * @param reading the schema
	 */
	abstract void addTo(C container, SchemaReading reading);

	/** A reference to a table, to be filled by its own generator. */
	static Table table(String name, @Nullable Schema schema) {
		Table table = new Table().setName(name);
		table.setSchema((schema != null) ? schema : new Schema((String) null, null));
		return table;
	}

	/** The table something was found in: the one of the example, if that names one. */
	static Relation owner(@Nullable Relation example, TableReading found) {
		if (example != null && example.getName() != null) {
			return example;
		}
		return table(found.name(), (example != null) ? example.getSchema() : null);
	}

	static @Nullable String name(@Nullable Relation relation) {
		return (relation != null) ? relation.getName() : null;
	}

	@SuppressWarnings({ "rawtypes", "unchecked" })
	private static <E> Class<? extends E>[] array(List<? extends Class<? extends E>> classes) {
		return classes.toArray(new Class[0]);
	}

}
