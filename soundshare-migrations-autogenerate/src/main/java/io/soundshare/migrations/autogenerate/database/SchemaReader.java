package io.soundshare.migrations.autogenerate.database;

import java.sql.Connection;
import java.sql.SQLException;

import io.soundshare.migrations.autogenerate.model.Schema;

/**
 * Reader of the schema a database holds.
 */
public interface SchemaReader {

	/**
	 * Read all tables and sequences a person may have made, in every schema. Views,
	 * triggers, functions, partial indexes and indexes over expressions are not told of.
	 * @param connection an open connection, which is left as it is
	 * @return the schema, with each piece of SQL as the database tells it and, beside it,
	 * as it can be written into a changelog
	 * @throws SQLException if it cannot be read
	 */
	Schema read(Connection connection) throws SQLException;

}
