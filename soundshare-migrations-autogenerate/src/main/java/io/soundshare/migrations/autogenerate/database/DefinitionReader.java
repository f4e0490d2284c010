package io.soundshare.migrations.autogenerate.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import io.soundshare.migrations.autogenerate.model.Definition;

/**
 * Reader of the statements that make a database, of all it holds.
 */
public interface DefinitionReader {

	/**
	 * Read everything a person may have made, in every schema.
	 * @param connection an open connection, which is left as it is
	 * @return the definitions, in an order in which they can be made
	 * @throws SQLException if they cannot be read
	 */
	List<Definition> read(Connection connection) throws SQLException;

	/**
	 * Find what cannot be told as a statement.
	 * @param connection an open connection, which is left as it is
	 * @return what it is, in no particular order
	 * @throws SQLException if it cannot be read
	 */
	List<Obstacle> obstacles(Connection connection) throws SQLException;

}
