package io.soundshare.migrations.autogenerate.entity;

import javax.sql.DataSource;

/**
 * Source of the entities.
 */
@FunctionalInterface
public interface EntityModel {

	/**
	 * Let Hibernate read the entities, as the application configures it, against a
	 * database other than the application's.
	 * @param database an empty database of the application's product
	 * @return what Hibernate knows of them
	 */
	MappedEntities boot(DataSource database);

}
