package io.soundshare.migrations.engine.session;

import java.util.Locale;

import io.soundshare.migrations.engine.fingerprint.FingerprintSource;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.structure.core.Catalog;
import liquibase.structure.core.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The tables that migrations keep for themselves. Whatever is {@code null} is Liquibase's
 * default.
 *
 * @param schema the schema they are in
 * @param tablespace the tablespace they are in
 * @param history the name of the history table
 * @param lock the name of the lock table
 * @param journal the name of the journal's table
 */
public record HistoryTables(@Nullable String schema, @Nullable String tablespace, @Nullable String history,
		@Nullable String lock, String journal) {

	/** The name of the table that holds what undoes each row of the journal. */
	public String undo() {
		return this.journal + "_UNDO";
	}

	/** The name of the table that says when there was nothing to do. */
	public String state() {
		return FingerprintSource.table(this.journal);
	}

	/** What the names of tables begin with that hold what was dropped. */
	public String keptPrefix() {
		return this.journal.toLowerCase(Locale.ROOT) + "_kept_";
	}

	/** Have Liquibase use them. */
	void useIn(Database database) throws DatabaseException {
		if (this.schema != null) {
			if (database.supports(Schema.class)) {
				database.setLiquibaseSchemaName(this.schema);
			}
			else if (database.supports(Catalog.class)) {
				database.setLiquibaseCatalogName(this.schema);
			}
		}
		if (this.tablespace != null && database.supportsTablespaces()) {
			database.setLiquibaseTablespaceName(this.tablespace);
		}
		if (this.history != null) {
			database.setDatabaseChangeLogTableName(this.history);
		}
		if (this.lock != null) {
			database.setDatabaseChangeLogLockTableName(this.lock);
		}
	}

}
