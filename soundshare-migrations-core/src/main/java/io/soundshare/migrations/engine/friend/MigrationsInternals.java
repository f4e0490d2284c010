package io.soundshare.migrations.engine.friend;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import javax.sql.DataSource;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.engine.backup.PrecautionaryBackup;
import io.soundshare.migrations.engine.fingerprint.FingerprintSource;
import io.soundshare.migrations.engine.lock.MigrationLock;
import io.soundshare.migrations.engine.operation.Inspection;
import io.soundshare.migrations.engine.operation.WriteOperations;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.engine.session.MigrationSettings;
import io.soundshare.migrations.engine.session.SchemaSettings;
import io.soundshare.migrations.engine.session.SessionOpener;
import io.soundshare.migrations.engine.undo.UndoPolicies;
import io.soundshare.migrations.model.DestructionRefusedException;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.OperationListener;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Remedy;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.Target;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.changelog.FastCheckService;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * The inside of {@link Migrations} for the other modules of this library: the settings,
 * the schema, Liquibase itself, and the operations with a word of the application in
 * them. May change with every version.
 */
public final class MigrationsInternals extends Migrations.Passage {

	private final MigrationSettings settings;

	private MigrationsInternals(Migrations migrations) {
		super(migrations);
		this.settings = sessions().settings();
	}

	/** Return the inside of some migrations. */
	public static MigrationsInternals of(Migrations migrations) {
		return new MigrationsInternals(migrations);
	}

	/**
	 * Return the root changelog.
	 * @return its path, as it was configured
	 */
	public String changelog() {
		return this.settings.changelog().path();
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
		return new SessionOpener(this.settings).look((session) -> new SchemaSettings(session).names());
	}

	/**
	 * Return the schema that unqualified names are in.
	 * @return its name as SQL has it, {@code null} if no setting names it
	 */
	public @Nullable String defaultSchema() {
		return new SessionOpener(this.settings)
			.look((session) -> Optional.ofNullable(new SchemaSettings(session).defaultName()))
			.orElse(null);
	}

	/**
	 * Return what tells the tables that hold the history, or what was taken away, and are
	 * no part of the schema.
	 * @return whether a table is one, by its name
	 */
	public Predicate<String> ownTables() {
		return new SessionOpener(this.settings).look((session) -> UndoPolicies.of(session)::isOwn);
	}

	/**
	 * Return the same changelog with the same settings, on another database.
	 * @param database where connections come from
	 * @return the migrations of that database
	 */
	public Migrations on(DataSource database) {
		return migrations(this.settings.on(database));
	}

	/**
	 * Return another changelog with the same settings, on the same database.
	 * @param changelog the path of its root
	 * @param resources where it is read from
	 * @return the migrations of that changelog
	 */
	public Migrations reading(String changelog, ResourceAccessor resources) {
		return migrations(this.settings.reading(changelog, resources));
	}

	/**
	 * Return the same migrations in more contexts. Where none are configured all change
	 * sets run anyway, whatever context they are for.
	 * @param contexts the contexts
	 * @return the migrations
	 */
	public Migrations inContextsToo(List<String> contexts) {
		return migrations(this.settings.inContextsToo(contexts));
	}

	/**
	 * Return the same migrations, which keep a fingerprint when there is nothing to do.
	 * @param source what the fingerprint is taken of
	 * @return the migrations
	 */
	public Migrations fingerprinted(FingerprintSource source) {
		return migrations(this.settings.fingerprinted(source));
	}

	/**
	 * Return the same migrations, which name remedies in other words.
	 * @param vocabulary the name of each remedy
	 * @return the migrations
	 */
	public Migrations speaking(Function<Remedy, String> vocabulary) {
		return migrations(this.settings.speaking(vocabulary));
	}

	/**
	 * Return the same migrations, of whose operations somebody hears.
	 * @param listener hears of them
	 * @return the migrations
	 */
	public Migrations heardBy(OperationListener listener) {
		return migrations(this.settings.heardBy(listener));
	}

	/**
	 * Take out of a failure what must not be shown, and name its remedies, as it is done
	 * with all failures of {@link Migrations}.
	 * @param <E> the type of the failure
	 * @param failure a failure of something that worked with these migrations
	 * @return the same failure
	 */
	public <E extends MigrationException> E redact(E failure) {
		return this.settings.worded(this.settings.allSecrets().hide(failure));
	}

	/**
	 * Name a remedy for whoever uses these migrations.
	 * @param remedy the remedy
	 * @return its name
	 */
	public String name(Remedy remedy) {
		return this.settings.vocabulary().apply(remedy);
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
	 * Undo applied revisions, unless somebody objects.
	 * @param target where to end
	 * @param gate sees the plan, with what it loses, before anything runs, and may throw
	 * @param progress hears of each step
	 * @return what was undone
	 */
	public Result downgrade(Target target, Consumer<Plan> gate, ProgressListener progress) {
		return sessions().writeIfPresent((session) -> new WriteOperations(session).downgrade(target, gate, progress));
	}

	/**
	 * Apply pending revisions, unless somebody objects.
	 * @param target where to end
	 * @param gate sees where the database stands before anything runs, and may throw
	 * @param progress hears of each step
	 * @return what was applied
	 */
	public Result upgrade(Target target, Consumer<MigrationStatus> gate, ProgressListener progress) {
		return sessions().upgrade(target, gate, progress);
	}

	/**
	 * Fail if anything is pending or changed, or if the changelog contradicts itself.
	 * Changes nothing. What an upgrade would skip, because the change set says so, may
	 * stay pending.
	 * @param gate sees where the database stands, and may throw
	 * @return what stays pending, and why
	 */
	public List<Result.Remark> requireUpToDate(Consumer<MigrationStatus> gate) {
		return sessions().readPatiently((session) -> new Inspection(session).requireUpToDate(gate));
	}

	/**
	 * Drop everything in the default schema, after a look at whether the changelog could
	 * build it again.
	 * @throws DestructionRefusedException where the settings forbid that
	 */
	public void drop() {
		this.settings.requireDestructive("dropping everything");
		sessions().write((session) -> {
			new WriteOperations(session).drop();
			return session;
		});
	}

	/**
	 * Do something with Liquibase itself, on the same terms and with the lock held: for
	 * what has no counterpart here.
	 * @param destructive whether it can lose data, so that a copy is made before it
	 * @param work what to do
	 */
	public void doWithLiquibase(boolean destructive, LiquibaseWork work) {
		sessions().write((session) -> new MigrationLock(session).holdForStock(() -> {
			if (destructive) {
				new PrecautionaryBackup(session, ProgressListener.SILENT).beforeAnythingMayGo();
			}
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
		sessions().read((session) -> with(session, work));
	}

	private static LiquibaseWork with(LiquibaseSession session, LiquibaseWork work) throws LiquibaseException {
		work.with(session.liquibase(), session.contexts(), session.labels());
		return work;
	}

	/**
	 * Work that Liquibase itself does.
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
