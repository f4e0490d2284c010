package io.soundshare.migrations.engine.catalog;

import java.util.List;

import io.soundshare.migrations.engine.session.LiquibaseSession;
import liquibase.change.Change;
import liquibase.change.DbmsTargetedChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ChangeSetFilterResult;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.IgnoreChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.database.Database;
import liquibase.database.DatabaseList;

/**
 * Tells whether a change set, or a change of it, is meant for a database.
 */
public final class Applicability {

	private Applicability() {
	}

	/** The filters that say whether a change set applies to a session's database. */
	public static List<ChangeSetFilter> filters(LiquibaseSession session) {
		return List.of(new ContextChangeSetFilter(session.contexts()), new LabelChangeSetFilter(session.labels()),
				new DbmsChangeSetFilter(session.database()), new IgnoreChangeSetFilter(),
				(changeSet) -> new ChangeSetFilterResult(hasWork(changeSet, session.database()),
						"every change is for another database", ChangeSetFilter.class));
	}

	/** Whether a change is for a database. */
	public static boolean applies(Change change, Database database) {
		return !(change instanceof DbmsTargetedChange targeted)
				|| DatabaseList.definitionMatches(targeted.getDbms(), database, true);
	}

	/**
	 * Liquibase skips and never records a change set whose every change is for other
	 * databases.
	 */
	private static boolean hasWork(ChangeSet changeSet, Database database) {
		return changeSet.getChanges().isEmpty()
				|| changeSet.getChanges().stream().anyMatch((change) -> applies(change, database));
	}

}
