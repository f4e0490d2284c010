package io.soundshare.migrations.engine.operation;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.soundshare.migrations.engine.backup.PrecautionaryBackup;
import io.soundshare.migrations.engine.catalog.ChangelogValidator;
import io.soundshare.migrations.engine.catalog.RevisionCatalog;
import io.soundshare.migrations.engine.catalog.RevisionReader;
import io.soundshare.migrations.engine.catalog.UndefinedParameters;
import io.soundshare.migrations.engine.lock.MigrationLock;
import io.soundshare.migrations.engine.plan.Planner;
import io.soundshare.migrations.engine.product.DatabaseCleaner;
import io.soundshare.migrations.engine.run.DowngradePlan;
import io.soundshare.migrations.engine.run.Interruption;
import io.soundshare.migrations.engine.run.OneTransaction;
import io.soundshare.migrations.engine.run.PlanExecutor;
import io.soundshare.migrations.engine.session.EmptyHistory;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.engine.undo.KeptTables;
import io.soundshare.migrations.model.Backup;
import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.Target;
import io.soundshare.migrations.model.TransactionMode;
import liquibase.ChecksumVersion;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeLogHistoryService;
import org.jspecify.annotations.Nullable;

/**
 * The operations that write: each decides without the lock whether there is anything to
 * do, and again with it, since another process may have been faster.
 */
public final class WriteOperations {

	private final LiquibaseSession session;

	public WriteOperations(LiquibaseSession session) {
		this.session = session;
	}

	/**
	 * Apply pending revisions, unless the gate throws.
	 * @param gate sees where the database stands before anything runs
	 */
	public Result upgrade(Target target, Consumer<MigrationStatus> gate, ProgressListener progress) throws Exception {
		Result result = apply(target, gate, progress);
		new FingerprintKeeper(this.session).keep();
		return result;
	}

	private Result apply(Target target, Consumer<MigrationStatus> gate, ProgressListener progress) throws Exception {
		RevisionCatalog before = new RevisionReader(this.session).read();
		gate.accept(new Inspection(this.session).status(before));
		if (isNothingToDo(before, new Planner(before.revisions()).upgrade(target))) {
			return Result.nothing(Operation.UPGRADE);
		}
		return locked((lock) -> execute(lock, planned((planner) -> planner.upgrade(target)), progress));
	}

	/**
	 * Undo applied revisions, unless the gate throws.
	 * @param gate sees the plan, with what it loses, before anything runs
	 */
	public Result downgrade(Target target, Consumer<Plan> gate, ProgressListener progress) throws Exception {
		RevisionCatalog before = new RevisionReader(this.session).read();
		Plan seen = DowngradePlan.of(this.session, before, target);
		if (seen.isEmpty() && before.unfinished().isEmpty()) {
			return Result.nothing(Operation.DOWNGRADE);
		}
		gate.accept(seen);
		return locked((lock) -> execute(lock, (catalog) -> {
			Plan plan = DowngradePlan.of(this.session, catalog, target);
			// Somebody was faster: -1 is another revision by now.
			if (!keys(seen).containsAll(keys(plan))) {
				throw InvalidTargetException.moved(target.toString());
			}
			gate.accept(plan);
			return plan;
		}, progress));
	}

	private static Set<String> keys(Plan plan) {
		return plan.revisions().stream().map(Revision::key).collect(Collectors.toSet());
	}

	public Result stamp(Target target, ProgressListener progress) throws Exception {
		RevisionCatalog before = new RevisionReader(this.session).read();
		return new Planner(before.revisions()).stamp(target).isEmpty() ? Result.nothing(Operation.STAMP)
				: locked((lock) -> execute(lock, planned((planner) -> planner.stamp(target)), progress));
	}

	/** Drop everything, and end there. */
	public void drop() throws Exception {
		erased((lock) -> lock, (plan) -> {
		}, (backup) -> {
		}, ProgressListener.SILENT);
	}

	public Result reset(ProgressListener progress) throws Exception {
		AtomicReference<@Nullable Backup> before = new AtomicReference<>();
		Result result = erased((lock) -> {
			this.session.history().init();
			return execute(lock, planned((planner) -> new Plan(Operation.RESET, planner.upgrade(Target.HEAD).steps())),
					progress);
		}, (plan) -> this.session.announce(new Plan(Operation.RESET, plan.steps())), before::set, progress);
		return result.with(before.get());
	}

	public List<JournalEntry> forgetInterrupted() throws Exception {
		return locked((lock) -> Interruption.forget(this.session));
	}

	private static Decision planned(Function<Planner, Plan> decision) {
		return (catalog) -> decision.apply(new Planner(catalog.revisions()));
	}

	private Result execute(MigrationLock lock, Decision decision, ProgressListener progress) throws Exception {
		RevisionCatalog catalog = new RevisionReader(this.session).read();
		Plan plan = decision.on(catalog);
		new Interruption(this.session, catalog).check(plan);
		UndefinedParameters.refuse(this.session, catalog, plan);
		if (plan.operation() == Operation.UPGRADE || plan.operation() == Operation.RESET) {
			ChangelogValidator.validate(this.session, catalog);
		}
		if (this.session.settings().transaction() == TransactionMode.DEPLOYMENT) {
			OneTransaction.require(this.session.database(), plan, catalog);
		}
		this.session.announce(plan);
		Backup backup = new PrecautionaryBackup(this.session, progress).before(plan, catalog);
		KeptTables.of(this.session).sweep();
		PlanExecutor executor = PlanExecutor.of(this.session, lock, plan, catalog, (news) -> {
			this.session.settings().listener().heard(news);
			progress.heard(news);
		});
		this.session.begin();
		return executor.execute().with(backup);
	}

	/** Applied revisions whose checksum is to be renewed are work too. */
	static boolean isNothingToDo(RevisionCatalog catalog, Plan plan) {
		return plan.isEmpty() && catalog.revisions().changed().isEmpty() && catalog.unfinished().isEmpty()
				&& catalog.revisions()
					.applied()
					.stream()
					.map(catalog::source)
					.noneMatch((source) -> source.changeSet() != null && source.row() != null
							&& isOutdated(source.row().getLastCheckSum()));
	}

	private static boolean isOutdated(@Nullable CheckSum checksum) {
		return checksum == null || checksum.getVersion() < ChecksumVersion.latest().getVersion();
	}

	/**
	 * The history table is made under the lock: two who make it at once would collide.
	 */
	private <T> T locked(LockedWork<T> work) throws Exception {
		this.session.publish();
		MigrationLock lock = new MigrationLock(this.session);
		return lock.hold(() -> {
			this.session.history().reset();
			this.session.history().init();
			return work.with(lock);
		});
	}

	/**
	 * Drops everything, if the changelog could build it again, and holds the lock for
	 * what follows.
	 * @param begun is given what would build it again, before anything is dropped
	 * @param saved is given the copy that was made before
	 */
	private <T> T erased(LockedWork<T> work, Consumer<Plan> begun, Consumer<@Nullable Backup> saved,
			ProgressListener progress) throws Exception {
		ChangeLogHistoryService history = this.session.history();
		this.session.use(new EmptyHistory(this.session.database()));
		RevisionCatalog catalog = new RevisionReader(this.session).read();
		Plan plan = new Planner(catalog.revisions()).upgrade(Target.HEAD);
		UndefinedParameters.refuse(this.session, catalog, plan);
		ChangelogValidator.validate(this.session, catalog);
		this.session.use(history);
		this.session.publish();
		MigrationLock lock = new MigrationLock(this.session);
		return lock.hold(() -> {
			begun.accept(plan);
			saved.accept(new PrecautionaryBackup(this.session, progress).beforeAnythingMayGo());
			this.session.begin();
			new DatabaseCleaner(this.session.database(), this.session.settings().tables().journal()).clean();
			KeptTables.of(this.session).forget();
			history.reset();
			return work.with(lock);
		});
	}

	/**
	 * A decision what to do.
	 */
	@FunctionalInterface
	private interface Decision {

		Plan on(RevisionCatalog catalog) throws Exception;

	}

	/**
	 * Work that is done with the lock held.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	private interface LockedWork<T> {

		T with(MigrationLock lock) throws Exception;

	}

}
