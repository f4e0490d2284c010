package io.soundshare.migrations.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.soundshare.migrations.engine.catalog.RevisionCatalog;
import io.soundshare.migrations.engine.plan.Planner;
import io.soundshare.migrations.engine.recording.Recording.Place;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.engine.undo.MadePlaces;
import io.soundshare.migrations.engine.undo.RecordedUndo;
import io.soundshare.migrations.engine.undo.RolledBackRows;
import io.soundshare.migrations.engine.undo.UndoPlan;
import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.IrreversibleRevisionException;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Printable;
import io.soundshare.migrations.model.Remedy.Kind;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.Step;
import io.soundshare.migrations.model.Target;
import io.soundshare.migrations.model.Undo;
import io.soundshare.migrations.model.Wording;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a downgrade with what each of its steps costs, as the database is now.
 */
public final class DowngradePlan {

	private final LiquibaseSession session;

	private final RevisionCatalog catalog;

	private final UndoPlan undo;

	private DowngradePlan(LiquibaseSession session, RevisionCatalog catalog) {
		this.session = session;
		this.catalog = catalog;
		this.undo = new UndoPlan(session);
	}

	/**
	 * Plan a downgrade.
	 * @throws IrreversibleRevisionException if a revision has no way back, or what was
	 * recorded of it does not fit any more
	 * @throws InvalidTargetException if there is no such target, or revisions depend on
	 * the one that shall be undone out of order
	 */
	public static Plan of(LiquibaseSession session, RevisionCatalog catalog, Target target) throws DatabaseException {
		Plan plan = new Planner(catalog.revisions()).downgrade(target);
		DowngradePlan downgrade = new DowngradePlan(session, catalog);
		if (target instanceof Target.Only) {
			downgrade.requireIndependent(plan.revisions().get(0));
		}
		return downgrade.of(plan);
	}

	/** Look at what undoing one revision would cost, as the database is now. */
	public static Revision look(LiquibaseSession session, RevisionCatalog catalog, Revision revision)
			throws DatabaseException {
		RevisionCatalog.Source source = catalog.source(revision);
		if (source.row() == null || revision.isMarked()) {
			return revision;
		}
		ChangeSet changeSet = source.changeSet();
		List<Place> made = (changeSet != null) ? MadePlaces.of(changeSet, session.database()) : List.of();
		return revision.with(new UndoPlan(session).alone(revision.undo(), source.recorded(), made,
				deleted(revision, changeSet, session.database())));
	}

	private static List<RolledBackRows> deleted(Revision revision, @Nullable ChangeSet changeSet, Database database) {
		return (changeSet != null && revision.undo().how() == Undo.How.WRITTEN) ? RolledBackRows.of(changeSet, database)
				: List.of();
	}

	/** Only what was recorded tells whether anything depends on a revision. */
	private void requireIndependent(Revision revision) throws DatabaseException {
		List<Revision> applied = this.catalog.revisions().applied();
		List<String> reasons = new ArrayList<>();
		RecordedUndo recorded = this.catalog.source(revision).recorded();
		for (Revision later : applied.subList(applied.indexOf(revision) + 1, applied.size())) {
			RecordedUndo other = this.catalog.source(later).recorded();
			if (later.isMarked()) {
				continue;
			}
			if (recorded == null || recorded.obstacle() != null) {
				reasons.add("nothing was recorded of " + revision + ", which would tell what depends on it");
				break;
			}
			if (other == null || other.obstacle() != null) {
				reasons.add("nothing was recorded of " + later + ", which would tell whether it depends on it");
			}
			else {
				Set<String> common = this.undo.common(recorded, other);
				if (!common.isEmpty()) {
					reasons.add(later + " has to do with " + Printable.line(String.join(", ", common)) + " too");
				}
			}
		}
		if (!reasons.isEmpty()) {
			throw InvalidTargetException.wrong(
					"Revision " + revision + " cannot be undone alone, and so nothing was run:"
							+ reasons.stream()
								.map((reason) -> System.lineSeparator() + "  " + reason)
								.collect(Collectors.joining()),
					Wording.format("Undo the later ones with it: %s.", Kind.DOWNGRADE.of(revision + "-1")));
		}
	}

	/**
	 * Look at each step.
	 * @throws IrreversibleRevisionException if what was recorded does not fit any more,
	 * and there is no other way
	 */
	private Plan of(Plan plan) throws DatabaseException {
		List<Step> steps = new ArrayList<>();
		List<Revision> stuck = new ArrayList<>();
		for (Step step : plan.steps()) {
			Revision revision = (step.action() == Step.Action.REVERT) ? of(step.revision()) : step.revision();
			if (!revision.reversible()) {
				stuck.add(revision);
			}
			steps.add(new Step(step.action(), revision));
		}
		this.session.database().rollback();
		if (!stuck.isEmpty()) {
			throw new IrreversibleRevisionException(stuck);
		}
		return new Plan(plan.operation(), steps);
	}

	private Revision of(Revision revision) throws DatabaseException {
		RevisionCatalog.Source source = this.catalog.source(revision);
		ChangeSet changeSet = source.changeSet();
		List<Place> made = (changeSet != null) ? MadePlaces.of(changeSet, this.session.database()) : List.of();
		Undo undo = this.undo.next(revision.undo(), source.recorded(), made,
				deleted(revision, changeSet, this.session.database()));
		boolean derived = !undo.isPossible() && changeSet != null
				&& changeSet.supportsRollback(this.session.database());
		return revision.with(derived ? new Undo(Undo.How.DERIVED, undo.reason(), undo.loses(), undo.restores()) : undo);
	}

}
