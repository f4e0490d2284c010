package io.soundshare.migrations.engine.catalog;

import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.soundshare.migrations.engine.journal.JournalIndex;
import io.soundshare.migrations.engine.journal.JournalTable;
import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads changelog and history and lays them side by side. Changes nothing.
 */
public final class RevisionReader {

	/** The file name of the row Liquibase writes when it tags an empty history. */
	private static final String INTERNAL = "liquibase-internal";

	private final LiquibaseSession session;

	private final Database database;

	public RevisionReader(LiquibaseSession session) {
		this.session = session;
		this.database = session.database();
	}

	public RevisionCatalog read() throws LiquibaseException {
		DatabaseChangeLog changelog = this.session.changelog();
		Map<String, RanChangeSet> ran = new LinkedHashMap<>();
		for (RanChangeSet row : this.session.history().getRanChangeSets()) {
			if (!INTERNAL.equals(row.getChangeLog())) {
				ran.put(identity(row.toString()), row);
			}
		}
		JournalIndex journal = new JournalIndex(JournalTable.of(this.session).read());
		Function<Date, Instant> times = ran.isEmpty() ? Date::toInstant
				: DatabaseProduct.of(this.database).historyTimes();
		// SQLite keeps everybody from committing while somebody is reading.
		this.database.rollback();
		List<ChangeSetFilter> filters = Applicability.filters(this.session);
		Map<String, ChangeSet> known = new HashMap<>();
		Set<ChangeSet> applicable = Collections.newSetFromMap(new IdentityHashMap<>());
		for (ChangeSet changeSet : changelog.getChangeSets()) {
			String identity = identity(changeSet.toNormalizedString());
			if (filters.stream().allMatch((filter) -> filter.accepts(changeSet).isAccepted())) {
				applicable.add(changeSet);
				known.put(identity, changeSet);
			}
			else {
				RanChangeSet row = ran.get(identity);
				if (row != null && isBetter(changeSet, known.get(identity), applicable, row)) {
					known.put(identity, changeSet);
				}
			}
		}
		List<ChangeSet> shown = changelog.getChangeSets()
			.stream()
			.filter((changeSet) -> known.get(identity(changeSet.toNormalizedString())) == changeSet)
			.toList();
		return new Assembly(this.session, ran, shown, known, applicable, journal, times).assemble();
	}

	/**
	 * Whether a change set is meant rather than another one of its id, which may be there
	 * once for each database, context or label: what applies here is meant, else what was
	 * applied.
	 */
	private static boolean isBetter(ChangeSet candidate, @Nullable ChangeSet known, Set<ChangeSet> applicable,
			RanChangeSet row) {
		return known == null || (!applicable.contains(known) && !known.isCheckSumValid(row.getLastCheckSum())
				&& candidate.isCheckSumValid(row.getLastCheckSum()));
	}

	/** Liquibase compares paths, ids and authors without regard to case. */
	static String identity(String key) {
		return key.toLowerCase(Locale.ROOT);
	}

}
