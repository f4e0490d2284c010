package io.soundshare.migrations.sqlite.execution;

import java.util.List;

import io.soundshare.migrations.sqlite.schema.SchemaSource;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that somebody else has begun and will end, and that is about more than
 * the changes of a change set: its history row, or several change sets. Whoever does that
 * puts the change sets into Liquibase's scope. A commit is a mark then, and a rollback
 * goes back to the last one; it begins with a rollback. The commit or rollback that ends
 * it comes when the scope has no such value any more.
 */
final class SharedTransaction {

	private static final String UPGRADE = "soundshare.transaction.upgrade";

	private static final String DOWNGRADE = "soundshare.transaction.downgrade";

	private SharedTransaction() {
	}

	static boolean isOpen() {
		return changeSets(UPGRADE) != null || changeSets(DOWNGRADE) != null;
	}

	/**
	 * Whether one of several change sets may rebuild a table. A single one is asked when
	 * its first change runs.
	 */
	static boolean mayRebuild(SchemaSource database) {
		List<?> upgrade = changeSets(UPGRADE);
		List<?> downgrade = changeSets(DOWNGRADE);
		return mayRebuild(database, upgrade, false) || mayRebuild(database, downgrade, true);
	}

	private static boolean mayRebuild(SchemaSource database, @Nullable List<?> changeSets, boolean rollback) {
		if (changeSets == null || changeSets.size() < 2) {
			return false;
		}
		SqliteSchema schema = database.schema();
		return changeSets.stream().anyMatch((element) -> mayRebuild(database, (ChangeSet) element, rollback, schema));
	}

	/** Whether a change set may; one that cannot be judged before its turn may. */
	private static boolean mayRebuild(SchemaSource database, ChangeSet changeSet, boolean rollback,
			SqliteSchema schema) {
		try {
			for (Change change : changeSet.getChanges()) {
				change.finishInitialization();
			}
			return Lookahead.all(database, changeSet, rollback)
				.tableEdits()
				.stream()
				.anyMatch((edit) -> !edit.isNativeIn(schema));
		}
		catch (LiquibaseException | RuntimeException ex) {
			Scope.getCurrentScope()
				.getLog(SharedTransaction.class)
				.fine("Whether " + changeSet + " rebuilds a table shows when it runs", ex);
			return true;
		}
	}

	private static @Nullable List<?> changeSets(String key) {
		return Scope.getCurrentScope().get(key, List.class);
	}

}
