package io.soundshare.migrations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.soundshare.migrations.engine.catalog.ChangelogValidator;
import io.soundshare.migrations.engine.catalog.ParsedChangelog;
import io.soundshare.migrations.engine.catalog.PreconditionCheck;
import io.soundshare.migrations.engine.catalog.RevisionCatalog;
import io.soundshare.migrations.engine.catalog.RevisionReader;
import io.soundshare.migrations.engine.catalog.SharedReadings;
import io.soundshare.migrations.engine.catalog.UndefinedParameters;
import io.soundshare.migrations.engine.connection.AbsentDatabase;
import io.soundshare.migrations.engine.journal.JournalTable;
import io.soundshare.migrations.engine.lock.MigrationLock;
import io.soundshare.migrations.engine.plan.Planner;
import io.soundshare.migrations.engine.plan.RevisionFinder;
import io.soundshare.migrations.engine.product.DatabaseCleaner;
import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.engine.redaction.Redactor;
import io.soundshare.migrations.engine.run.Interruption;
import io.soundshare.migrations.engine.run.OneTransaction;
import io.soundshare.migrations.engine.run.PlanExecutor;
import io.soundshare.migrations.engine.script.Rehearsal;
import io.soundshare.migrations.engine.script.ScriptWriter;
import io.soundshare.migrations.engine.script.SqlScript;
import io.soundshare.migrations.engine.session.EmptyHistory;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.engine.session.MigrationSettings;
import io.soundshare.migrations.engine.session.SchemaSettings;
import io.soundshare.migrations.model.DestructionRefusedException;
import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.PendingRevisionException;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionDetail;
import io.soundshare.migrations.model.Script;
import io.soundshare.migrations.model.Target;
import io.soundshare.migrations.model.TransactionMode;
import io.soundshare.migrations.secret.DataSourceUrl;
import io.soundshare.migrations.secret.Secrets;
import liquibase.ChecksumVersion;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeLogHistoryService;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.FastCheckService;
import liquibase.exception.LiquibaseException;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * The life of one database's schema: what is applied and what is pending, up, down, stamp
 * and reset. Immutable; every method opens a connection and closes it. Reads take no lock
 * and change nothing; writes hold the migration lock.
 * <p>
 * All methods throw a {@link MigrationException} with a message for people.
 */
public final class Migrations {

	private final MigrationSettings settings;

	private final SharedReadings readings = new SharedReadings();

	private volatile ParsedChangelog parsed = new ParsedChangelog();

	Migrations(MigrationSettings settings) {
		this.settings = settings;
	}

	/**
	 * Start to describe a database and its changelog.
	 * @param dataSource where connections come from
	 * @param changelog the path of the root changelog
	 * @return a builder
	 */
	public static MigrationsBuilder builder(DataSource dataSource, String changelog) {
		return new MigrationsBuilder(dataSource, changelog);
	}

	/**
	 * Return the root changelog.
	 * @return its path, as it was configured
	 */
	public String changelog() {
		return this.settings.changelog();
	}

	/**
	 * Take out of a failure what must not be shown, as it is done with all failures of
	 * this class.
	 * @param <E> the type of the failure
	 * @param failure a failure of something that worked with these migrations
	 * @return the same failure
	 */
	public <E extends MigrationException> E redact(E failure) {
		return this.settings.secrets().and(Secrets.of(this.settings.dataSource())).hide(failure);
	}

	/**
	 * Take out of a text of somebody else's the values of those changelog parameters
	 * whose names are those of secrets, as far as the changelog was read.
	 * @param text what somebody prints while these migrations are at work
	 * @return the text, with <code>${name}</code> in their places
	 */
	public String hideParameters(String text) {
		return this.settings.parameterValues().hideSecrets(text);
	}

	/**
	 * Return where connections come from.
	 * @return the data source
	 */
	public DataSource dataSource() {
		return this.settings.dataSource();
	}

	/**
	 * Return the schemas the settings name, which have to be there before anything runs.
	 * @return their names as SQL has them, in no particular order
	 */
	public Set<String> schemas() {
		return LiquibaseSession.look(this.settings, (session) -> new SchemaSettings(session).names());
	}

	/**
	 * Return the schema that unqualified names are in.
	 * @return its name as SQL has it, {@code null} if no setting names it
	 */
	public @Nullable String defaultSchema() {
		return LiquibaseSession
			.look(this.settings, (session) -> Optional.ofNullable(new SchemaSettings(session).defaultName()))
			.orElse(null);
	}

	/**
	 * Return the tables that hold the history, and are no part of the schema.
	 * @return their names, in lower case
	 */
	public Set<String> ownTables() {
		return LiquibaseSession.look(this.settings,
				(session) -> Stream
					.of(session.database().getDatabaseChangeLogTableName(),
							session.database().getDatabaseChangeLogLockTableName(), this.settings.journalTable())
					.map((name) -> name.toLowerCase(Locale.ROOT))
					.collect(Collectors.toSet()));
	}

	/**
	 * The same changelog with the same settings, on another database.
	 * @param database where connections come from
	 * @return the migrations of that database
	 */
	public Migrations on(DataSource database) {
		return new Migrations(this.settings.on(database));
	}

	/**
	 * Another changelog with the same settings, on the same database.
	 * @param changelog the path of its root
	 * @param resources where it is read from
	 * @return the migrations of that changelog
	 */
	public Migrations reading(String changelog, ResourceAccessor resources) {
		return new Migrations(this.settings.reading(changelog, resources));
	}

	/**
	 * Read where the database stands.
	 * @return the status
	 */
	public MigrationStatus status() {
		return look("status", (session) -> status(session, new RevisionReader(session).read()));
	}

	/**
	 * Read one revision and what it does.
	 * @param revision an id, a {@code path::id::author}, or a prefix that fits one
	 * @return the revision with its SQL
	 */
	public RevisionDetail show(String revision) {
		return look("show " + revision, (session) -> {
			RevisionCatalog catalog = new RevisionReader(session).read();
			Revision found = new RevisionFinder(catalog.revisions().all()).find(revision);
			ChangeSet changeSet = catalog.source(found).changeSet();
			if (changeSet == null) {
				return new RevisionDetail(found, List.of(), null, null);
			}
			for (Change change : changeSet.getChanges()) {
				change.finishInitialization();
			}
			List<String> changes = changeSet.getChanges().stream().map(Change::getDescription).toList();
			if (DatabaseProduct.of(session.database()).needsRehearsal()) {
				Rehearsal.Sql sql = Rehearsal.of(catalog.before(found), changeSet, this.settings.resources());
				return detail(session, found, changes, sql.upgrade(), sql.downgrade());
			}
			SqlScript script = new SqlScript(session.database());
			return detail(session, found, changes, tolerant(() -> script.upgrade(changeSet)),
					tolerant(() -> script.downgrade(changeSet)));
		});
	}

	/**
	 * Decide what an upgrade would do.
	 * @param target where to end
	 * @return the plan, not executed
	 */
	public Plan planUpgrade(Target target) {
		return look("plan " + target, (session) -> planner(session).upgrade(target));
	}

	/**
	 * Apply all pending revisions.
	 * @return what was applied
	 */
	public Result upgrade() {
		return upgrade(Target.HEAD, ProgressListener.SILENT);
	}

	/**
	 * Apply pending revisions, as with a listener.
	 * @param target where to end
	 * @return what was applied
	 */
	public Result upgrade(Target target) {
		return upgrade(target, ProgressListener.SILENT);
	}

	/**
	 * Apply pending revisions.
	 * @param target where to end
	 * @param progress hears of each step
	 * @return what was applied
	 */
	public Result upgrade(Target target, ProgressListener progress) {
		return upgrade(target, (status) -> {
		}, progress);
	}

	/**
	 * Apply pending revisions, unless somebody objects.
	 * @param target where to end
	 * @param gate sees where the database stands before anything runs, and may throw
	 * @param progress hears of each step
	 * @return what was applied
	 */
	public Result upgrade(Target target, Consumer<MigrationStatus> gate, ProgressListener progress) {
		return write((session) -> {
			RevisionCatalog before = new RevisionReader(session).read();
			gate.accept(status(session, before));
			if (isNothingToDo(before, new Planner(before.revisions()).upgrade(target))) {
				return Result.nothing(Operation.UPGRADE);
			}
			return locked(session, (lock) -> execute(session, lock, (planner) -> planner.upgrade(target), progress));
		});
	}

	/**
	 * Undo applied revisions, the newest first. Runs nothing if one of them cannot be
	 * undone.
	 * @param target where to end
	 * @param progress hears of each step
	 * @return what was undone
	 */
	public Result downgrade(Target target, ProgressListener progress) {
		if (AbsentDatabase.of(DataSourceUrl.of(this.settings.dataSource())) != null) {
			read((session) -> planner(session).downgrade(target));
			return Result.nothing(Operation.DOWNGRADE);
		}
		return write((session) -> {
			RevisionCatalog before = new RevisionReader(session).read();
			if (new Planner(before.revisions()).downgrade(target).isEmpty() && before.unfinished().isEmpty()) {
				return Result.nothing(Operation.DOWNGRADE);
			}
			return locked(session, (lock) -> execute(session, lock, (planner) -> planner.downgrade(target), progress));
		});
	}

	/**
	 * Undo applied revisions, the newest first, as with a listener.
	 * @param target where to end
	 * @return what was undone
	 */
	public Result downgrade(Target target) {
		return downgrade(target, ProgressListener.SILENT);
	}

	/**
	 * Write the history as if the database were at the target; run nothing.
	 * @param target where to be
	 * @param progress hears of each step
	 * @return what was written and removed
	 */
	public Result stamp(Target target, ProgressListener progress) {
		return write((session) -> planner(session).stamp(target).isEmpty() ? Result.nothing(Operation.STAMP)
				: locked(session, (lock) -> execute(session, lock, (planner) -> planner.stamp(target), progress)));
	}

	/**
	 * Drop everything in the default schema, after a look at whether the changelog could
	 * build it again.
	 * @throws DestructionRefusedException where the settings forbid that
	 */
	public void drop() {
		this.settings.destructive().require("dropping everything");
		write((session) -> erased(session, (lock) -> session));
	}

	/**
	 * Drop everything in the default schema, then upgrade to head.
	 * @param progress hears of each step
	 * @return what was applied afterwards
	 * @throws DestructionRefusedException where the settings forbid that
	 */
	public Result reset(ProgressListener progress) {
		this.settings.destructive().require("reset");
		return write((session) -> erased(session, (lock) -> {
			session.history().init();
			return execute(session, lock, (planner) -> new Plan(Operation.RESET, planner.upgrade(Target.HEAD).steps()),
					progress);
		}));
	}

	/**
	 * Write down the SQL an operation would run, history included, and change nothing.
	 * @param operation the operation
	 * @param target where to end; a reset always ends at head
	 * @return the plan and its SQL
	 */
	public Script script(Operation operation, Target target) {
		return read((session) -> new ScriptWriter(session).write(operation, target));
	}

	/**
	 * Read the migration lock.
	 * @return the lock
	 */
	public LockStatus lock() {
		try {
			return look("lock", (session) -> new MigrationLock(session).status());
		}
		catch (LockNotAcquiredException ex) {
			if (ex.lock().held()) {
				return ex.lock();
			}
			throw ex;
		}
	}

	/**
	 * Release the migration lock of a holder that is gone: of stock Liquibase, which
	 * leaves it behind when it dies. One of ours is never left behind.
	 * @return the lock as it was before
	 * @throws LockNotAcquiredException if the holder is alive, and one of ours
	 */
	public LockStatus unlock() {
		return read((session) -> new MigrationLock(session).forceRelease());
	}

	/**
	 * Read the journal.
	 * @return its entries, the newest first; none where nothing was written yet
	 */
	public List<JournalEntry> journal() {
		return look("journal", (session) -> {
			tolerant(session::changelog);
			List<JournalEntry> entries = new ArrayList<>(JournalTable.of(session).read());
			Collections.reverse(entries);
			return List.copyOf(entries);
		});
	}

	/**
	 * Take note that somebody has looked after the revisions whose process died in the
	 * middle, outside a transaction: they may run again.
	 * @return the entries of those
	 */
	public List<JournalEntry> forgetInterrupted() {
		return write((session) -> locked(session, (lock) -> Interruption.forget(session)));
	}

	/**
	 * Fail if anything is pending or changed, or if the changelog contradicts itself.
	 * Changes nothing. What an upgrade would skip, because the change set says so, may
	 * stay pending.
	 * @param gate sees where the database stands, and may throw
	 * @return what stays pending, and why
	 */
	public List<Result.Remark> requireUpToDate(Consumer<MigrationStatus> gate) {
		forget();
		return LiquibaseSession.readPatiently(this.settings, (session) -> {
			new SchemaSettings(session).require();
			RevisionCatalog catalog = new RevisionReader(session).read();
			gate.accept(status(session, catalog));
			ChangelogValidator.validate(session, catalog);
			PreconditionCheck check = new PreconditionCheck(session);
			List<Revision> outstanding = new ArrayList<>();
			List<Result.Remark> skipped = new ArrayList<>();
			for (Revision revision : catalog.revisions().pending()) {
				ChangeSet changeSet = catalog.source(revision).changeSet();
				String why = (changeSet != null) ? check.whySkipped(revision, changeSet) : null;
				if (why == null) {
					outstanding.add(revision);
				}
				else {
					skipped.add(new Result.Remark(Result.Remark.Kind.SKIPPED, revision, why));
				}
			}
			if (!outstanding.isEmpty()) {
				throw new PendingRevisionException(outstanding);
			}
			return skipped;
		});
	}

	/**
	 * Do something with Liquibase itself, on the same terms and with the lock held: for
	 * what has no counterpart here.
	 * @param work what to do
	 */
	public void doWithLiquibase(LiquibaseWork work) {
		write((session) -> new MigrationLock(session).holdForStock(() -> {
			session.begin();
			// Its key knows neither the changelog's content nor the history's table.
			Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
			return with(session, work);
		}));
	}

	/**
	 * Have Liquibase itself write down SQL, without the lock: it changes nothing.
	 * @param work what to write
	 */
	public void writeWithLiquibase(LiquibaseWork work) {
		read((session) -> with(session, work));
	}

	private static LiquibaseWork with(LiquibaseSession session, LiquibaseWork work) throws LiquibaseException {
		work.with(session.liquibase(), session.contexts(), session.labels());
		return work;
	}

	private static Result execute(LiquibaseSession session, MigrationLock lock, Function<Planner, Plan> decision,
			ProgressListener progress) throws Exception {
		RevisionCatalog catalog = new RevisionReader(session).read();
		Plan plan = decision.apply(new Planner(catalog.revisions()));
		new Interruption(session, catalog).check(plan);
		UndefinedParameters.refuse(session, catalog, plan);
		if (plan.operation() == Operation.UPGRADE || plan.operation() == Operation.RESET) {
			ChangelogValidator.validate(session, catalog);
		}
		if (session.settings().transaction() == TransactionMode.DEPLOYMENT) {
			OneTransaction.require(session.database(), plan, catalog);
		}
		PlanExecutor executor = PlanExecutor.of(session, lock, plan, catalog, progress);
		session.begin();
		return executor.execute();
	}

	/** Applied revisions whose checksum is to be renewed are work too. */
	private static boolean isNothingToDo(RevisionCatalog catalog, Plan plan) {
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

	private static MigrationStatus status(LiquibaseSession session, RevisionCatalog catalog) throws Exception {
		return catalog.revisions().status(new MigrationLock(session).status(), session.databaseInfo());
	}

	private static Planner planner(LiquibaseSession session) throws Exception {
		return new Planner(new RevisionReader(session).read().revisions());
	}

	/**
	 * The history table is made under the lock: two who make it at once would collide.
	 */
	private static <T> T locked(LiquibaseSession session, LockedWork<T> work) throws Exception {
		session.publish();
		MigrationLock lock = new MigrationLock(session);
		return lock.hold(() -> {
			session.history().reset();
			session.history().init();
			return work.with(lock);
		});
	}

	/**
	 * Drops everything, if the changelog could build it again, and holds the lock for
	 * what follows.
	 */
	private static <T> T erased(LiquibaseSession session, LockedWork<T> work) throws Exception {
		ChangeLogHistoryService history = session.history();
		session.use(new EmptyHistory(session.database()));
		RevisionCatalog catalog = new RevisionReader(session).read();
		UndefinedParameters.refuse(session, catalog, new Planner(catalog.revisions()).upgrade(Target.HEAD));
		ChangelogValidator.validate(session, catalog);
		session.use(history);
		session.publish();
		MigrationLock lock = new MigrationLock(session);
		return lock.hold(() -> {
			session.begin();
			new DatabaseCleaner(session.database(), session.settings().journalTable()).clean();
			history.reset();
			return work.with(lock);
		});
	}

	private static RevisionDetail detail(LiquibaseSession session, Revision revision, List<String> changes,
			@Nullable List<String> upgrade, @Nullable List<String> downgrade) {
		Redactor redactor = session.redactor();
		return new RevisionDetail(revision, changes.stream().map(redactor::sql).toList(),
				(upgrade != null) ? upgrade.stream().map(redactor::sql).toList() : null,
				(downgrade != null) ? downgrade.stream().map(redactor::sql).toList() : null);
	}

	/**
	 * What cannot be told beforehand, SQL or the parameters of a broken changelog, is no
	 * reason not to show the rest.
	 */
	private static <T> @Nullable T tolerant(Callable<@Nullable T> part) throws Exception {
		try {
			return part.call();
		}
		catch (LiquibaseException | UnexpectedLiquibaseException ex) {
			return null;
		}
	}

	/** Those who ask the same at once are told the same. */
	private <T> T look(String question, LiquibaseSession.Work<T> work) {
		ParsedChangelog kept = this.parsed;
		return this.readings.ask(question, (beginning) -> LiquibaseSession.look(this.settings, (session) -> {
			beginning.run();
			new SchemaSettings(session).require();
			session.use(kept.take());
			T seen = work.with(session);
			if (this.settings.fixedChangelog()) {
				kept.leave(session.parsedChangelog());
			}
			return seen;
		}));
	}

	private <T> T read(LiquibaseSession.Work<T> work) {
		forget();
		return LiquibaseSession.read(this.settings, inSchema(work));
	}

	private <T> T write(LiquibaseSession.Work<T> work) {
		forget();
		return LiquibaseSession.write(this.settings, inSchema(work));
	}

	private static <T> LiquibaseSession.Work<T> inSchema(LiquibaseSession.Work<T> work) {
		return (session) -> {
			new SchemaSettings(session).require();
			return work.with(session);
		};
	}

	/** Who writes reads the changelog anew, and so does whoever looks afterwards. */
	private void forget() {
		this.parsed = new ParsedChangelog();
	}

	/**
	 * Something done with the lock held.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	private interface LockedWork<T> {

		T with(MigrationLock lock) throws Exception;

	}

	/**
	 * Something done with Liquibase itself.
	 */
	@FunctionalInterface
	public interface LiquibaseWork {

		/**
		 * Do it.
		 * @param liquibase the open Liquibase
		 * @param contexts the configured contexts
		 * @param labels the configured labels
		 * @throws LiquibaseException if it fails
		 */
		void with(Liquibase liquibase, Contexts contexts, LabelExpression labels) throws LiquibaseException;

	}

}
