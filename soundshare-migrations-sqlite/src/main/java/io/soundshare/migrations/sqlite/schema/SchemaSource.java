package io.soundshare.migrations.sqlite.schema;

import liquibase.database.Database;

/**
 * A Liquibase database that tells its schema: the live one, or in a dry run the one the
 * SQL written so far would have made.
 */
public interface SchemaSource extends Database {

	/**
	 * The schema as it is now; reads from the database with each question.
	 * @return the schema
	 */
	SqliteSchema schema();

	/**
	 * Whether everything is being dropped, so that nothing has to go on to work.
	 * @return whether it is
	 */
	boolean dropsEverything();

}
