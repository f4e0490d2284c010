package io.soundshare.migrations.engine.catalog;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.soundshare.migrations.engine.failure.ParameterExpressions;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.model.InvalidChangelogException;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Step;
import io.soundshare.migrations.model.Wording;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.core.CreateProcedureChange;
import liquibase.change.core.CreateViewChange;
import liquibase.change.core.SQLFileChange;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserConfiguration;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;
import liquibase.serializer.LiquibaseSerializable;
import liquibase.util.StreamUtil;
import org.jspecify.annotations.Nullable;

/**
 * Finds expressions such as <code>${name}</code> that Liquibase would have replaced, had
 * somebody said by what. It passes them on as they are, to the database, in the middle of
 * an upgrade, or into a row.
 * <p>
 * A change set that its precondition keeps from running is none that meets one: a
 * property may be defined for another database only.
 * <p>
 * What stands in a comment or in a body between dollars is left alone, and everything if
 * {@code liquibase.missingPropertyMode} was set.
 */
public final class UndefinedParameters {

	private static final Pattern MEANT = Pattern.compile("(\\$\\w*\\$).*?\\1|/\\*.*?\\*/|--[^\\r\\n]*", Pattern.DOTALL);

	private final LiquibaseSession session;

	private UndefinedParameters(LiquibaseSession session) {
		this.session = session;
	}

	/**
	 * Refuse a plan that would meet one.
	 * @throws InvalidChangelogException if a change set that is to run has one
	 */
	public static void refuse(LiquibaseSession session, RevisionCatalog catalog, Plan plan) throws LiquibaseException {
		if (!ChangeLogParserConfiguration.MISSING_PROPERTY_MODE.getCurrentConfiguredValue().wasDefaultValueUsed()) {
			return;
		}
		UndefinedParameters search = new UndefinedParameters(session);
		StringBuilder lines = new StringBuilder();
		Set<String> names = new LinkedHashSet<>();
		for (Step step : plan.steps()) {
			ChangeSet changeSet = catalog.source(step.revision()).changeSet();
			Set<String> found = (changeSet != null) ? search.in(step.action(), changeSet) : Set.of();
			if (found.isEmpty() || (changeSet != null && step.action() == Step.Action.APPLY
					&& new PreconditionCheck(session).whyNotRun(changeSet) != null)) {
				continue;
			}
			found.forEach((name) -> lines.append(System.lineSeparator() + "  " + "${" + name + "}" + " in "
					+ step.revision().name() + "  (" + step.revision().path() + ")"));
			names.addAll(found);
		}
		if (!names.isEmpty()) {
			throw new InvalidChangelogException(session.settings().changelog().path(),
					"The changelog uses what has no value here:" + lines,
					Wording.format("%s Nothing was run.", ParameterExpressions.wayOut(names)), null);
		}
	}

	private Set<String> in(Step.Action action, ChangeSet changeSet) {
		Set<String> found = new LinkedHashSet<>();
		List<Change> rollback = changeSet.getRollback().getChanges();
		switch (action) {
			case APPLY -> {
				collect(List.of(changeSet.getId(), changeSet.getAuthor(), changeSet.getChanges(), rollback,
						changeSet.getSqlVisitors()), found);
				collect(changeSet.getPreconditions(), found);
			}
			case REVERT -> collect(rollback, found);
			case MARK, UNMARK -> {
			}
		}
		return found;
	}

	private void collect(@Nullable Object value, Set<String> found) {
		if (value instanceof Collection<?> values) {
			values.forEach((element) -> collect(element, found));
		}
		else if (value instanceof Map<?, ?> map) {
			collect(map.values(), found);
		}
		else if (value instanceof Change change && !Applicability.applies(change, this.session.database())) {
			return;
		}
		else if (value instanceof LiquibaseSerializable serializable) {
			serializable.getSerializableFields()
				.forEach((field) -> collect(serializable.getSerializableFieldValue(field), found));
			if (value instanceof Change change) {
				collect(file(change), found);
			}
		}
		else if (value != null) {
			ParameterExpressions.named(MEANT.matcher(value.toString()).replaceAll(""))
				.stream()
				.filter(this.session::lacksParameter)
				.forEach(found::add);
		}
	}

	/**
	 * Return what a change reads from a file when it runs, after the parameters in it are
	 * replaced; {@code null} if it reads nothing.
	 */
	private static @Nullable String file(Change change) {
		boolean reads = change instanceof SQLFileChange || change instanceof CreateProcedureChange
				|| change instanceof CreateViewChange;
		ChangeSet changeSet = change.getChangeSet();
		ChangeLogParameters parameters = (changeSet != null) ? changeSet.getChangeLogParameters() : null;
		if (!reads || parameters == null || !(change.getSerializableFieldValue("path") instanceof String name)) {
			return null;
		}
		try {
			ResourceAccessor resources = Scope.getCurrentScope().getResourceAccessor();
			Resource resource = Boolean.TRUE.equals(change.getSerializableFieldValue("relativeToChangelogFile"))
					? resources.get(changeSet.getChangeLog().getPhysicalFilePath()).resolveSibling(name)
					: resources.getExisting(name);
			Object encoding = change.getSerializableFieldValue("encoding");
			String text = StreamUtil.readStreamAsString(resource.openInputStream(),
					(encoding != null) ? encoding.toString() : null);
			return parameters.expandExpressions(text, changeSet.getChangeLog());
		}
		catch (IOException ex) {
			// That it is missing is for the validation to say.
			return null;
		}
	}

}
