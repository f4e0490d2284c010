package io.soundshare.migrations.engine.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.soundshare.migrations.engine.failure.LiquibaseErrors;
import io.soundshare.migrations.engine.failure.ParameterExpressions;
import io.soundshare.migrations.engine.failure.PreconditionText;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.model.ChangedRevisionException;
import io.soundshare.migrations.model.InvalidChangelogException;
import io.soundshare.migrations.model.Wording;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.exception.PreconditionErrorException;
import liquibase.exception.PreconditionFailedException;
import liquibase.exception.ValidationFailedException;
import liquibase.precondition.core.PreconditionContainer;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a changelog that contradicts itself, the history, or this database.
 */
public final class ChangelogValidator {

	private ChangelogValidator() {
	}

	public static void validate(LiquibaseSession session, RevisionCatalog catalog) throws LiquibaseException {
		if (!catalog.revisions().changed().isEmpty()) {
			throw new ChangedRevisionException(catalog.revisions().changed());
		}
		refuseTwins(session);
		session.publish();
		DatabaseChangeLog changelog = session.changelog();
		try {
			changelog.validate(session.database(), session.contexts(), session.labels());
		}
		catch (ValidationFailedException | RuntimeException ex) {
			String precondition = precondition(changelog, session.database(), ex);
			if (precondition == null) {
				throw ex;
			}
			Set<String> undefined = ParameterExpressions.named(precondition);
			throw new InvalidChangelogException(session.settings().changelog().path(),
					"The changelog " + session.settings().changelog().path() + " does not run here: "
							+ LiquibaseErrors.indent(precondition),
					Wording.format("%s Nothing was run.",
							undefined.isEmpty() ? "Mend what its precondition asks for, or the precondition."
									: ParameterExpressions.wayOut(undefined)),
					ex);
		}
	}

	/**
	 * Return what is wrong with a precondition of the changelog itself, {@code null} if
	 * something else is wrong. It is asked once more, since Liquibase keeps the answer to
	 * itself.
	 */
	private static @Nullable String precondition(DatabaseChangeLog changelog, Database database, Exception failure)
			throws LiquibaseException {
		PreconditionContainer preconditions = changelog.getPreconditions();
		if (preconditions == null || failure instanceof RuntimeException) {
			return PreconditionText.of(preconditions, failure);
		}
		try {
			preconditions.check(database, changelog, null, null);
			return null;
		}
		catch (PreconditionFailedException ex) {
			return PreconditionText.of(ex);
		}
		catch (PreconditionErrorException ex) {
			return PreconditionText.of(ex);
		}
		finally {
			database.rollback();
		}
	}

	/**
	 * Liquibase 5.0.4 compares ids without regard to case when it looks for a history
	 * row, but not when it looks for duplicates: it would run the second, and record
	 * nothing.
	 */
	private static void refuseTwins(LiquibaseSession session) throws LiquibaseException {
		List<ChangeSetFilter> filters = Applicability.filters(session);
		Map<String, String> seen = new HashMap<>();
		for (ChangeSet changeSet : session.changelog().getChangeSets()) {
			if (filters.stream().allMatch((filter) -> filter.accepts(changeSet).isAccepted())) {
				String key = changeSet.toNormalizedString();
				String twin = seen.put(key.toLowerCase(Locale.ROOT), key);
				if (twin != null && !twin.equals(key)) {
					throw new InvalidChangelogException(session.settings().changelog().path(),
							"Two change sets differ by upper and lower case only, which the history cannot tell apart:"
									+ System.lineSeparator() + "  " + twin + System.lineSeparator() + "  " + key,
							"Give one of them another id. Nothing was run.", null);
				}
			}
		}
	}

}
