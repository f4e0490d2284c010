package io.soundshare.migrations.engine.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import liquibase.database.Database;
import liquibase.database.ObjectQuotingStrategy;
import liquibase.exception.DatabaseException;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.snapshot.InvalidExampleException;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.structure.core.Schema;
import liquibase.structure.core.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one of the tables beside the history, in the session's transaction.
 * Not through Liquibase's executor, which takes no parameters for updates, and tells no
 * count of rows for inserts.
 */
public final class TableAccess {

	private static final int BATCH = 500;

	private final Database database;

	private final String table;

	public TableAccess(Database database, String table) {
		this.database = database;
		this.table = table;
	}

	public boolean exists() throws DatabaseException {
		return quoted(() -> {
			try {
				return SnapshotGeneratorFactory.getInstance()
					.has(new Table().setName(this.table)
						.setSchema(new Schema(this.database.getLiquibaseCatalogName(),
								this.database.getLiquibaseSchemaName())),
							this.database);
			}
			catch (InvalidExampleException ex) {
				throw new UnexpectedLiquibaseException(ex);
			}
		});
	}

	/** The names of its columns, in upper case. */
	public Set<String> columns() throws DatabaseException {
		return run("SELECT * FROM %s WHERE 0 = 1", new Object[0], (statement) -> {
			try (ResultSet rows = statement.executeQuery()) {
				ResultSetMetaData columns = rows.getMetaData();
				Set<String> names = new HashSet<>();
				for (int i = 1; i <= columns.getColumnCount(); i++) {
					names.add(columns.getColumnName(i).toUpperCase(Locale.ROOT));
				}
				return names;
			}
		});
	}

	/** Roll back, after a statement that may have failed. */
	public void rollback() throws DatabaseException {
		this.database.rollback();
	}

	/**
	 * Run an update.
	 * @param sql the statement, with {@code %s} for the table
	 * @return how many rows it was about
	 */
	public int update(String sql, @Nullable Object... parameters) throws DatabaseException {
		return run(sql, parameters, PreparedStatement::executeUpdate);
	}

	/**
	 * Run an update for each of some rows.
	 * @param sql the statement, with {@code %s} for the table
	 * @param rows the parameters of each
	 */
	public void updateAll(String sql, List<@Nullable Object[]> rows) throws DatabaseException {
		prepared(sql, (statement) -> {
			int waiting = 0;
			for (@Nullable
			Object[] row : rows) {
				set(statement, row);
				statement.addBatch();
				if (++waiting == BATCH) {
					statement.executeBatch();
					waiting = 0;
				}
			}
			if (waiting > 0) {
				statement.executeBatch();
			}
			return rows.size();
		});
	}

	/**
	 * Run a query.
	 * @param sql the statement, with {@code %s} for the table if it is about it
	 */
	public <T> List<T> query(String sql, Row<T> row, @Nullable Object... parameters) throws DatabaseException {
		return run(sql, parameters, (statement) -> {
			List<T> rows = new ArrayList<>();
			try (ResultSet result = statement.executeQuery()) {
				while (result.next()) {
					rows.add(row.of(result));
				}
			}
			return rows;
		});
	}

	/** Do something with names quoted as Liquibase quotes those of its own tables. */
	public <T> T quoted(Work<T> work) throws DatabaseException {
		ObjectQuotingStrategy current = this.database.getObjectQuotingStrategy();
		this.database.setObjectQuotingStrategy(ObjectQuotingStrategy.LEGACY);
		try {
			return work.run();
		}
		finally {
			this.database.setObjectQuotingStrategy(current);
		}
	}

	private <T> T run(String sql, @Nullable Object[] parameters, Call<T> call) throws DatabaseException {
		return prepared(sql, (statement) -> {
			set(statement, parameters);
			return call.on(statement);
		});
	}

	/** The name of the table as SQL has it. */
	public String name() throws DatabaseException {
		return quoted(() -> this.database.escapeTableName(this.database.getLiquibaseCatalogName(),
				this.database.getLiquibaseSchemaName(), this.table));
	}

	private <T> T prepared(String sql, Call<T> call) throws DatabaseException {
		String name = name();
		Connection connection = AtomicConnection.of(this.database).unheard();
		String text = sql.replace("%s", name);
		try (PreparedStatement statement = connection.prepareStatement(text)) {
			return call.on(statement);
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex.getMessage() + " [" + text + "]", ex);
		}
	}

	private static void set(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
		for (int i = 0; i < parameters.length; i++) {
			if (parameters[i] == null) {
				statement.setNull(i + 1, Types.NULL);
			}
			else {
				statement.setObject(i + 1, parameters[i]);
			}
		}
	}

	/**
	 * Reads a row.
	 *
	 * @param <T> what it is read as
	 */
	@FunctionalInterface
	public interface Row<T> {

		T of(ResultSet result) throws SQLException;

	}

	/**
	 * Work done with quoting.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	public interface Work<T> {

		T run() throws DatabaseException;

	}

	/**
	 * Work done with a statement.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	private interface Call<T> {

		T on(PreparedStatement statement) throws SQLException;

	}

}
