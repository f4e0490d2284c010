package io.soundshare.migrations.engine.operation;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

import io.soundshare.migrations.engine.connection.TableAccess;
import io.soundshare.migrations.engine.fingerprint.Fingerprint;
import io.soundshare.migrations.engine.fingerprint.ResourceQuestion;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.datatype.DataTypeFactory;
import liquibase.datatype.LiquibaseDataType;
import liquibase.exception.DatabaseException;
import liquibase.executor.ExecutorService;
import liquibase.statement.core.CreateTableStatement;

/**
 * The table beside the journal that has one row: the fingerprint.
 */
final class FingerprintTable {

	private static final String INSERT = "INSERT INTO %s (ID, " + String.join(", ", Fingerprint.COLUMNS) + ") VALUES (1"
			+ String.join("", Collections.nCopies(Fingerprint.COLUMNS.size(), ", ?")) + ")";

	private final Database database;

	private final String name;

	private final TableAccess access;

	FingerprintTable(LiquibaseSession session) {
		this.database = session.database();
		this.name = session.settings().tables().state();
		this.access = new TableAccess(this.database, this.name);
	}

	/** Two who write at once are in each other's way: one of them fails. */
	void write(Fingerprint fingerprint, List<ResourceQuestion> questions, String revisions) throws DatabaseException {
		if (!this.access.exists()) {
			create();
		}
		else if (!this.access.columns().containsAll(Fingerprint.COLUMNS)) {
			// Another version's, which only repeats what can be found out again.
			this.access.update("DROP TABLE %s");
			create();
		}
		this.access.update("DELETE FROM %s");
		this.access.update(INSERT, fingerprint.row(questions, revisions));
		this.database.commit();
	}

	private void create() throws DatabaseException {
		this.access.quoted(() -> {
			CreateTableStatement table = new CreateTableStatement(this.database.getLiquibaseCatalogName(),
					this.database.getLiquibaseSchemaName(), this.name)
				.setTablespace(this.database.getLiquibaseTablespaceName())
				.addPrimaryKeyColumn("ID", type("int"), null, this.name.toLowerCase(Locale.ROOT) + "_pk", null);
			Fingerprint.COLUMNS.forEach((column) -> table.addColumn(column, type("clob")));
			Scope.getCurrentScope()
				.getSingleton(ExecutorService.class)
				.getExecutor("jdbc", this.database)
				.execute(table);
			return this.name;
		});
		this.database.commit();
	}

	private LiquibaseDataType type(String description) {
		return DataTypeFactory.getInstance().fromDescription(description, this.database);
	}

}
