package io.soundshare.migrations.autogenerate.database;

import java.sql.Connection;
import java.sql.SQLException;

import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A database, and what its reader tells of it.
 */
public abstract class SchemaReading {

	public Connection connection;

	@BeforeEach
	protected void connect() throws SQLException {
		this.connection = open();
	}

	@AfterEach
	protected void disconnect() throws SQLException {
		this.connection.close();
	}

	protected abstract Connection open() throws SQLException;

	protected abstract SupportedProduct product();

	protected void sql(String... statements) throws SQLException {
		Changes.sql(this.connection, statements);
	}

	protected Schema read() throws SQLException {
		return product().schemas().read(this.connection);
	}

	protected Table table(String name) throws SQLException {
		return read().tables()
			.stream()
			.filter((table) -> table.name().name().equals(name))
			.findFirst()
			.orElseThrow(() -> new AssertionError("no table " + name));
	}

	protected Column column(String table, String name) throws SQLException {
		return table(table).columns()
			.stream()
			.filter((column) -> column.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new AssertionError("no column " + name));
	}

	protected static String read(Column column) {
		DeclaredSql value = column.defaultValue();
		return (value != null) ? value.canonical() : null;
	}

}
