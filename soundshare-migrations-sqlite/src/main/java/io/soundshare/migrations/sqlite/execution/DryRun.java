package io.soundshare.migrations.sqlite.execution;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.schema.StoredObject;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.OfflineConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.executor.Executor;
import liquibase.executor.ExecutorService;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The database in memory that stands for the real one while Liquibase writes SQL down
 * instead of running it: it has the schema, and no rows, that the SQL written so far
 * would have made. So each change is written for the schema it will meet.
 */
final class DryRun {

	private static final Set<String> SCHEMA_CHANGES = Set.of("CREATE", "ALTER", "DROP", "PRAGMA");

	private final Database database;

	private @Nullable Connection shadow;

	private boolean undoing;

	DryRun(Database database) {
		this.database = database;
	}

	/** Whether Liquibase is writing SQL down; if not, forgets what it wrote. */
	boolean isOn() {
		Executor executor = Scope.getCurrentScope()
			.getSingleton(ExecutorService.class)
			.getExecutor("jdbc", this.database);
		boolean on = !executor.updatesDatabase() || this.database.getConnection() instanceof OfflineConnection;
		if (!on) {
			close();
		}
		return on;
	}

	SqliteSchema schema() {
		Connection connection = connection();
		return (this.database.getConnection() instanceof OfflineConnection) ? SqliteSchema.of(connection)
				: SqliteSchema.of(connection, SqliteSchema.of(Connections.jdbc(this.database)).version());
	}

	/** Whether the connection enforces foreign keys, and whoever runs the SQL shall. */
	boolean isEnforcing() {
		return !(this.database.getConnection() instanceof OfflineConnection)
				&& new ForeignKeyEnforcement(this.database).isOn();
	}

	/**
	 * Tells whether what follows is of a rollback. Liquibase also writes one down for
	 * what was not applied yet (futureRollbackSQL): what it drops need not be there.
	 */
	void setUndoing(boolean undoing) {
		this.undoing = undoing;
	}

	/** Makes the changes of the schema a statement would make. */
	void apply(SqlStatement statement) throws DatabaseException {
		for (Sql sql : SqlGeneratorFactory.getInstance().generateSql(statement, this.database)) {
			if (changesSchema(sql.toSql())) {
				try {
					Connections.execute(connection(), sql.toSql());
				}
				catch (DatabaseException ex) {
					if (!this.undoing || !String.valueOf(ex.getMessage()).contains("no such")) {
						throw ex;
					}
					Scope.getCurrentScope().getLog(DryRun.class).fine("Not there to be undone: " + sql.toSql());
				}
			}
		}
	}

	void close() {
		if (this.shadow != null) {
			try {
				this.shadow.close();
			}
			catch (SQLException ex) {
				throw new UnexpectedLiquibaseException(ex);
			}
			this.shadow = null;
		}
	}

	private static boolean changesSchema(String sql) {
		List<Token> tokens = Tokenizer.significant(sql);
		return !tokens.isEmpty() && SCHEMA_CHANGES.stream().anyMatch(tokens.get(0)::is);
	}

	private Connection connection() {
		if (this.shadow == null) {
			try {
				this.shadow = DriverManager.getConnection("jdbc:sqlite::memory:");
				if (!(this.database.getConnection() instanceof OfflineConnection)) {
					copySchema(this.shadow);
				}
			}
			catch (SQLException | DatabaseException ex) {
				throw new UnexpectedLiquibaseException(ex);
			}
		}
		return this.shadow;
	}

	private void copySchema(Connection target) throws DatabaseException {
		SqliteSchema live = SqliteSchema.of(Connections.jdbc(this.database));
		if (live.pragma("legacy_alter_table") != 0) {
			Connections.execute(target, "PRAGMA legacy_alter_table = ON");
		}
		Set<String> madeByVirtualTables = live.madeByVirtualTables();
		for (StoredObject object : live.objects()) {
			if (object.sql() != null && !madeByVirtualTables.contains(object.name())) {
				Connections.execute(target, object.sql());
			}
		}
	}

}
