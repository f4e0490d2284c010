package io.soundshare.migrations.engine.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import io.soundshare.migrations.engine.backup.Backups;
import io.soundshare.migrations.engine.catalog.ChangelogValidator;
import io.soundshare.migrations.engine.catalog.PreconditionCheck;
import io.soundshare.migrations.engine.catalog.RevisionCatalog;
import io.soundshare.migrations.engine.catalog.RevisionReader;
import io.soundshare.migrations.engine.journal.JournalTable;
import io.soundshare.migrations.engine.lock.MigrationLock;
import io.soundshare.migrations.engine.plan.Planner;
import io.soundshare.migrations.engine.plan.RevisionFinder;
import io.soundshare.migrations.engine.plan.Revisions;
import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.engine.redaction.Redactor;
import io.soundshare.migrations.engine.run.DowngradePlan;
import io.soundshare.migrations.engine.script.Rehearsal;
import io.soundshare.migrations.engine.script.SqlScript;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.engine.undo.RecordedUndo;
import io.soundshare.migrations.engine.undo.UndoPlan;
import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.KeptRows;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.PendingRevisionException;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Result.Remark;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionDetail;
import io.soundshare.migrations.model.Target;
import io.soundshare.migrations.model.Undo;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import liquibase.exception.UnexpectedLiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * The operations that only read.
 */
public final class Inspection {

	private final LiquibaseSession session;

	public Inspection(LiquibaseSession session) {
		this.session = session;
	}

	/** Read the status; of revisions that can be recalled without the changelog. */
	MigrationStatus status(Recollection recollection) throws Exception {
		RevisionsText recalled = recollection.recall(this.session);
		return (recalled != null) ? status(recalled) : status();
	}

	public MigrationStatus status() throws Exception {
		return status(new RevisionReader(this.session).read());
	}

	MigrationStatus status(RevisionsText recalled) throws Exception {
		return status(recalled.revisions(), recalled.kept());
	}

	MigrationStatus status(RevisionCatalog catalog) throws Exception {
		return status(catalog.revisions(), catalog.kept());
	}

	private MigrationStatus status(Revisions revisions, List<KeptRows> kept) throws Exception {
		return revisions.status(new MigrationLock(this.session).status(), this.session.databaseInfo(), kept)
			.with(Backups.newest(this.session.copySource(), this.session.settings().backup()));
	}

	/** Decide what an operation would do; of a downgrade, with what it loses. */
	public Plan plan(Operation operation, Target target) throws Exception {
		RevisionCatalog catalog = new RevisionReader(this.session).read();
		Planner planner = new Planner(catalog.revisions());
		return switch (operation) {
			case UPGRADE -> planner.upgrade(target);
			case DOWNGRADE -> DowngradePlan.of(this.session, catalog, target);
			case STAMP -> planner.stamp(target);
			case RESET -> new Plan(Operation.RESET, planner.upgrade(Target.HEAD).steps());
		};
	}

	public RevisionDetail show(String revision) throws Exception {
		RevisionCatalog catalog = new RevisionReader(this.session).read();
		Revision found = DowngradePlan.look(this.session, catalog,
				new RevisionFinder(catalog.revisions().all()).find(revision));
		RecordedUndo recorded = catalog.source(found).recorded();
		List<String> undo = (recorded != null && found.undo().how() == Undo.How.RECORDED)
				? new UndoPlan(this.session).statements(recorded) : null;
		ChangeSet changeSet = catalog.source(found).changeSet();
		if (changeSet == null) {
			return detail(found, List.of(), null, undo);
		}
		for (Change change : changeSet.getChanges()) {
			change.finishInitialization();
		}
		List<String> changes = changeSet.getChanges().stream().map(Change::getDescription).toList();
		if (DatabaseProduct.of(this.session.database()).needsRehearsal()) {
			Rehearsal.Sql sql = Rehearsal.of(catalog.before(found), changeSet,
					this.session.settings().changelog().resources());
			return detail(found, changes, sql.upgrade(), (undo != null) ? undo : sql.downgrade());
		}
		SqlScript script = new SqlScript(this.session.database());
		return detail(found, changes, tolerant(() -> script.upgrade(changeSet)),
				(undo != null) ? undo : tolerant(() -> script.downgrade(changeSet)));
	}

	/** Read the journal, the newest entry first. */
	public List<JournalEntry> journal() throws Exception {
		tolerant(this.session::changelog);
		List<JournalEntry> entries = new ArrayList<>(JournalTable.of(this.session).read());
		Collections.reverse(entries);
		return List.copyOf(entries);
	}

	/**
	 * Fail if there is anything that an upgrade would do.
	 * @param gate sees where the database stands, and may throw
	 * @return what stays pending, and why
	 */
	public List<Remark> requireUpToDate(Consumer<MigrationStatus> gate) throws Exception {
		RevisionCatalog catalog = new RevisionReader(this.session).read();
		gate.accept(status(catalog));
		ChangelogValidator.validate(this.session, catalog);
		PreconditionCheck check = new PreconditionCheck(this.session);
		List<Revision> outstanding = new ArrayList<>();
		List<Remark> skipped = new ArrayList<>();
		for (Revision revision : catalog.revisions().pending()) {
			ChangeSet changeSet = catalog.source(revision).changeSet();
			String why = (changeSet != null) ? check.whySkipped(revision, changeSet) : null;
			if (why == null) {
				outstanding.add(revision);
			}
			else {
				skipped.add(new Remark(Remark.Kind.SKIPPED, revision, why));
			}
		}
		if (!outstanding.isEmpty()) {
			throw new PendingRevisionException(outstanding);
		}
		return skipped;
	}

	private RevisionDetail detail(Revision revision, List<String> changes, @Nullable List<String> upgrade,
			@Nullable List<String> downgrade) {
		Redactor redactor = this.session.redactor();
		return new RevisionDetail(revision, changes.stream().map(redactor::sql).toList(),
				(upgrade != null) ? upgrade.stream().map(redactor::sql).toList() : null,
				(downgrade != null) ? downgrade.stream().map(redactor::sql).toList() : null);
	}

	/**
	 * Return a part, or {@code null}: what cannot be told beforehand, SQL or the
	 * parameters of a broken changelog, is no reason not to show the rest.
	 */
	private static <T> @Nullable T tolerant(Callable<@Nullable T> part) throws Exception {
		try {
			return part.call();
		}
		catch (LiquibaseException | UnexpectedLiquibaseException ex) {
			return null;
		}
	}

}
