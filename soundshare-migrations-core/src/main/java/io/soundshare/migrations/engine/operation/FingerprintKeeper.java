package io.soundshare.migrations.engine.operation;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.soundshare.migrations.engine.catalog.RevisionCatalog;
import io.soundshare.migrations.engine.catalog.RevisionReader;
import io.soundshare.migrations.engine.connection.AtomicConnection;
import io.soundshare.migrations.engine.connection.TableAccess;
import io.soundshare.migrations.engine.fingerprint.FastPath;
import io.soundshare.migrations.engine.fingerprint.Fingerprint;
import io.soundshare.migrations.engine.fingerprint.FingerprintSource;
import io.soundshare.migrations.engine.fingerprint.ResourceProbe.Found;
import io.soundshare.migrations.engine.fingerprint.ResourceQuestion;
import io.soundshare.migrations.engine.fingerprint.ResourceQuestion.Kind;
import io.soundshare.migrations.engine.journal.JournalTable;
import io.soundshare.migrations.engine.plan.Planner;
import io.soundshare.migrations.engine.redaction.RecordedParameters;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.engine.session.RecordedResources;
import io.soundshare.migrations.model.Target;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.custom.CustomChangeChecksum;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.precondition.Precondition;
import liquibase.precondition.PreconditionLogic;
import liquibase.precondition.core.ChangeLogPropertyDefinedPrecondition;
import liquibase.precondition.core.DBMSPrecondition;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a fingerprint of everything that has decided that there is nothing to do, so that
 * the next start sees it without Liquibase. That is a convenience: whatever is in its way
 * is told, and nothing fails.
 */
final class FingerprintKeeper {

	private final LiquibaseSession session;

	FingerprintKeeper(LiquibaseSession session) {
		this.session = session;
	}

	void keep() {
		FingerprintSource source = this.session.settings().changelog().fingerprint();
		if (source == null || !(this.session.resources() instanceof RecordedResources resources)) {
			return;
		}
		String whyNot;
		try {
			whyNot = keep(source, resources);
		}
		catch (LiquibaseException | SQLException | IOException | RuntimeException ex) {
			whyNot = ex.toString();
			rollback(ex);
		}
		if (whyNot != null) {
			Scope.getCurrentScope()
				.getLog(FingerprintKeeper.class)
				.info("No fingerprint is kept, so that the next start asks Liquibase: " + whyNot);
		}
	}

	private void rollback(Exception failure) {
		try {
			this.session.database().rollback();
		}
		catch (DatabaseException ex) {
			failure.addSuppressed(ex);
		}
	}

	private @Nullable String keep(FingerprintSource source, RecordedResources resources)
			throws LiquibaseException, SQLException, IOException {
		Connection connection = AtomicConnection.of(this.session.database()).unheard();
		JournalTable.of(this.session).prepare();
		String journal = table(this.session.settings().tables().journal());
		String history = table(this.session.database().getDatabaseChangeLogTableName());
		String state = FastPath.history(connection, history, journal);
		String journalState = FastPath.journal(connection, journal);
		this.session.history().reset();
		RevisionCatalog catalog = new RevisionReader(this.session).read();
		RecordedParameters parameters = Objects.requireNonNull(this.session.askedParameters());
		String doubt = doubt(catalog, resources, parameters.asked());
		if (doubt != null) {
			return doubt;
		}
		List<ResourceQuestion> questions = resources.questions();
		FingerprintSource.Resources now = source.resources(questions);
		for (ResourceQuestion question : questions) {
			List<Found> found = Objects.requireNonNull(now.found().get(question));
			if (!resources.isStill(question, found)) {
				return question.path() + " has changed while it was read";
			}
			if (question.kind() == Kind.PATH && found.size() > 1) {
				return question.path() + " is there " + found.size() + " times, of which Liquibase warns";
			}
		}
		Fingerprint fingerprint = new Fingerprint(source.settings(connection, parameters.asked()),
				List.copyOf(parameters.asked()), now.packed(), now.digest(), state, history, journal, journalState,
				Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
		if (!state.equals(FastPath.history(connection, history, journal))
				|| !journalState.equals(FastPath.journal(connection, journal))) {
			return "the history has changed while it was read";
		}
		new FingerprintTable(this.session).write(fingerprint, questions,
				RevisionsText.write(catalog.revisions(), catalog.kept()));
		return null;
	}

	private String table(String name) throws DatabaseException {
		return new TableAccess(this.session.database(), name).name();
	}

	/** Why it is Liquibase's to decide, each time anew. */
	private @Nullable String doubt(RevisionCatalog catalog, RecordedResources resources, Set<String> parameters)
			throws LiquibaseException {
		if (!WriteOperations.isNothingToDo(catalog, new Planner(catalog.revisions()).upgrade(Target.HEAD))) {
			return "something is pending, or runs always";
		}
		if (!catalog.revisions().unknown().isEmpty()) {
			return "the database has revisions that this build does not know";
		}
		if (resources.doubt() != null) {
			return resources.doubt();
		}
		if (parameters.stream().anyMatch((name) -> name.equalsIgnoreCase("LIQUIBASE_EXECUTION_DEPLOYMENT_ID"))) {
			return "the changelog asks for the id of the deployment, which is always another one";
		}
		DatabaseChangeLog changelog = this.session.changelog();
		if (!isSettled(changelog.getPreconditions())) {
			return "the changelog has preconditions that the database decides";
		}
		return changelog.getChangeSets()
			.stream()
			.flatMap((changeSet) -> changeSet.getChanges().stream())
			.filter((change) -> !isKnown(change))
			.findFirst()
			.map((change) -> "the checksum of " + change.getClass().getName() + " is made by code")
			.orElse(null);
	}

	/** Whether a precondition of the whole changelog has the same answer each time. */
	private static boolean isSettled(@Nullable Precondition precondition) {
		if (precondition instanceof PreconditionLogic logic) {
			return logic.getNestedPreconditions().stream().allMatch(FingerprintKeeper::isSettled);
		}
		return precondition == null || precondition instanceof DBMSPrecondition
				|| precondition instanceof ChangeLogPropertyDefinedPrecondition;
	}

	/** Whether it is Liquibase, or we, who make the checksum of a change. */
	private static boolean isKnown(Change change) {
		if (change instanceof CustomChangeWrapper wrapper) {
			return !(wrapper.getCustomChange() instanceof CustomChangeChecksum);
		}
		return change.getClass().getName().startsWith("io.soundshare.migrations.")
				|| Objects.equals(change.getClass().getProtectionDomain().getCodeSource(),
						Liquibase.class.getProtectionDomain().getCodeSource());
	}

}
