package io.soundshare.migrations;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import liquibase.changelog.ChangeSet;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.exception.LiquibaseException;

/**
 * Refuses a changelog that contradicts itself, the history, or this database.
 */
final class ChangelogValidator {

	private ChangelogValidator() {
	}

	static void validate(LiquibaseSession session, RevisionCatalog catalog) throws LiquibaseException {
		if (!catalog.revisions().changed().isEmpty()) {
			throw new ChangedRevisionException(catalog.revisions().changed());
		}
		refuseTwins(session);
		session.publish();
		session.changelog().validate(session.database(), session.contexts(), session.labels());
	}

	/**
	 * Liquibase 5.0.4 compares ids without regard to case when it looks for a history
	 * row, but not when it looks for duplicates: it would run the second, and record
	 * nothing.
	 */
	private static void refuseTwins(LiquibaseSession session) throws LiquibaseException {
		List<ChangeSetFilter> filters = RevisionReader.applicable(session);
		Map<String, String> seen = new HashMap<>();
		for (ChangeSet changeSet : session.changelog().getChangeSets()) {
			if (filters.stream().allMatch((filter) -> filter.accepts(changeSet).isAccepted())) {
				String key = changeSet.toNormalizedString();
				String twin = seen.put(key.toLowerCase(Locale.ROOT), key);
				if (twin != null && !twin.equals(key)) {
					throw new InvalidChangelogException(session.settings().changelog(),
							"Two change sets differ by upper and lower case only, which the history cannot tell apart:"
									+ System.lineSeparator() + "  " + twin + System.lineSeparator() + "  " + key,
							"Give one of them another id. Nothing was run.", null);
				}
			}
		}
	}

}
