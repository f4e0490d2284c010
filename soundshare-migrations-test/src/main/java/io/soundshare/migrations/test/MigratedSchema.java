package io.soundshare.migrations.test;

import java.sql.Connection;
import java.sql.SQLException;

import io.soundshare.migrations.test.data.Tables;

/**
 * The tables of a database, to be looked at with {@link SchemaAssert#assertThat}.
 */
public final class MigratedSchema {

	private final Tables tables;

	private MigratedSchema(Tables tables) {
		this.tables = tables;
	}

	/**
	 * Read it.
	 * @param connection the connection that hooks are given
	 * @return the tables there are now
	 * @throws SQLException if they cannot be read
	 */
	public static MigratedSchema of(Connection connection) throws SQLException {
		return new MigratedSchema(Tables.read(connection, null, (table) -> false));
	}

	Tables tables() {
		return this.tables;
	}

	@Override
	public String toString() {
		return "the schema with " + this.tables.byName().keySet();
	}

}
