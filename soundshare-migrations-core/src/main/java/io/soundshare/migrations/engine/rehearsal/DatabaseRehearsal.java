package io.soundshare.migrations.engine.rehearsal;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.soundshare.migrations.engine.catalog.RevisionCatalog;
import io.soundshare.migrations.engine.catalog.RevisionReader;
import io.soundshare.migrations.engine.connection.AtomicConnection;
import io.soundshare.migrations.engine.copy.CopySource;
import io.soundshare.migrations.engine.copy.CopyWatch;
import io.soundshare.migrations.engine.copy.DatabaseCopy;
import io.soundshare.migrations.engine.copy.Throwaway;
import io.soundshare.migrations.engine.operation.Inspection;
import io.soundshare.migrations.engine.operation.Sessions;
import io.soundshare.migrations.engine.operation.WriteOperations;
import io.soundshare.migrations.engine.plan.RevisionFinder;
import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.engine.session.MigrationSettings;
import io.soundshare.migrations.engine.undo.UndoPolicies;
import io.soundshare.migrations.model.BackupFailedException;
import io.soundshare.migrations.model.CopyProgress;
import io.soundshare.migrations.model.IrreversibleRevisionException;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Progress;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.RehearsalReport;
import io.soundshare.migrations.model.RehearsalReport.Finding;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionFailedException;
import io.soundshare.migrations.model.Target;
import liquibase.changelog.ChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tries an upgrade out: up, down and up again on a copy of the database, with a look at
 * schema and rows after each revision. The database itself is only read.
 */
public final class DatabaseRehearsal {

	private final Sessions copy;

	private final Throwaway throwaway;

	private final ProgressListener listener;

	private final RehearsalLog log = new RehearsalLog();

	/** What was applied before. */
	private final Set<String> before = new HashSet<>();

	private long comparing;

	private long largest;

	private DatabaseRehearsal(Sessions copy, Throwaway throwaway, ProgressListener listener) {
		this.copy = copy;
		this.throwaway = throwaway;
		this.listener = listener;
	}

	/**
	 * Try an upgrade out.
	 * @param target where to end
	 * @param data whether the rows are copied, where that is a question
	 * @param listener hears of each step, three times
	 */
	public static RehearsalReport of(Sessions sessions, Target target, boolean data, ProgressListener listener) {
		Predicate<String> own = sessions.read((session) -> UndoPolicies.of(session)::isOwn);
		return sessions.plain((source) -> {
			DatabaseCopy way = DatabaseCopy.of(source);
			String obstacle = (way != null) ? way.obstacle() : "there is no way to copy this product's";
			if (way == null || (obstacle != null && !way.isTransient())) {
				throw BackupFailedException.notRehearsed(obstacle + "", null);
			}
			long start = System.nanoTime();
			try (Throwaway throwaway = throwaway(way, data, own, listener)) {
				Duration copied = since(start);
				return new DatabaseRehearsal(new Sessions(settings(sessions, source, throwaway)), throwaway, listener)
					.run(target, start, copied, way.free());
			}
		});
	}

	private static Throwaway throwaway(DatabaseCopy way, boolean data, Predicate<String> own,
			ProgressListener listener) {
		try (CopyWatch watch = new CopyWatch(listener, CopyProgress.Kind.REHEARSAL, way.isTransient() ? "" : way.name(),
				way.size())
			.begin()) {
			Throwaway throwaway = way.throwaway(data, own);
			watch.done();
			return throwaway;
		}
		catch (SQLException | IOException ex) {
			throw BackupFailedException.notRehearsed(ex.getMessage() + "", ex);
		}
	}

	private static MigrationSettings settings(Sessions sessions, CopySource source, Throwaway throwaway) {
		return sessions.settings().rehearsing(throwaway.url(), source.user(), source.password());
	}

	private RehearsalReport run(Target target, long start, Duration copied, long free) throws IOException {
		long size = this.throwaway.size();
		this.log.begin(snapshot());
		this.copy.<List<Revision>>read((session) -> new Inspection(session).status().history())
			.forEach((revision) -> this.before.add(revision.key()));
		if (up(target)) {
			if (down() > 0) {
				again();
			}
		}
		long growth = Math.max(0, this.largest - size);
		if (growth > free) {
			add(Finding.Kind.NO_SPACE, null,
					"%,d bytes are needed where the database is, and %,d are free".formatted(growth, free));
		}
		return new RehearsalReport(this.log.steps(), this.log.findings(), copied, Duration.ofNanos(this.comparing),
				since(start), growth);
	}

	/** Return whether there is something to go back from. */
	private boolean up(Target target) {
		try (LockWatch watch = new LockWatch(this.copy, this.throwaway)) {
			this.copy.write((session) -> new WriteOperations(session).upgrade(target, (status) -> {
			}, (progress) -> {
				this.listener.heard(progress);
				List<String> held = watch.take();
				if (isDone(progress)) {
					this.log.applied(progress, held, snapshot());
				}
			}));
		}
		catch (RevisionFailedException ex) {
			add(Finding.Kind.FAILS, ex.revision(), reason(ex));
			violations(ex);
		}
		return !this.log.keys().isEmpty();
	}

	private static boolean isDone(Progress progress) {
		return progress.kind() == Progress.Kind.COMPLETED || progress.kind() == Progress.Kind.MARKED;
	}

	/** The reason alone: which revision it is, and what to do then, is said otherwise. */
	private static String reason(MigrationException failure) {
		String problem = failure.problem();
		String reason = problem.contains(System.lineSeparator())
				? problem.substring(problem.indexOf(System.lineSeparator())) : problem;
		return reason.strip().replaceAll("\\s*\\R\\s*", ": ");
	}

	private void violations(RevisionFailedException failure) {
		List<String> found = this.copy.read((session) -> {
			RevisionCatalog catalog = new RevisionReader(session).read();
			Revision failed = new RevisionFinder(catalog.revisions().all()).find(failure.revision().key());
			ChangeSet changeSet = catalog.source(failed).changeSet();
			return (changeSet != null) ? new ViolatingRows(session.database()).of(changeSet, failure.problem())
					: List.of();
		});
		found.forEach((text) -> add(Finding.Kind.VIOLATES, failure.revision(), text));
	}

	/** Go back as far as there is a way, and return how many revisions that is. */
	private int down() {
		int number = newest();
		if (number == 0) {
			return 0;
		}
		try {
			plan(number);
		}
		catch (IrreversibleRevisionException ex) {
			for (Revision stuck : ex.revisions()) {
				add(Finding.Kind.IRREVERSIBLE, stuck,
						"there is no way back" + ((stuck.undo().reason() != null) ? ": " + stuck.undo().reason() : ""));
			}
			List<String> newest = this.log.keys();
			number = 0;
			while (ex.revisions()
				.stream()
				.map(Revision::key)
				.noneMatch(newest.get(newest.size() - 1 - number)::equals)) {
				number++;
			}
			if (number == 0) {
				return 0;
			}
		}
		return down(number);
	}

	/** What had run before, and ran again, goes further back than it should. */
	private int newest() {
		List<String> keys = this.log.keys();
		int number = 0;
		while (number < keys.size() && !this.before.contains(keys.get(keys.size() - 1 - number))) {
			number++;
		}
		return number;
	}

	private void plan(int number) {
		this.copy.read((session) -> new Inspection(session).plan(Operation.DOWNGRADE, Target.back(number)));
	}

	private int down(int number) {
		try {
			this.copy.write((session) -> new WriteOperations(session).downgrade(Target.back(number), (seen) -> {
			}, (progress) -> {
				this.listener.heard(progress);
				if (isDone(progress)) {
					this.log.undone(progress, snapshot());
				}
			}));
		}
		catch (RevisionFailedException ex) {
			add(Finding.Kind.FAILS, ex.revision(), "it cannot be undone: " + reason(ex));
		}
		return this.log.undone();
	}

	/** To where it was before: what was skipped then is no step. */
	private void again() {
		List<String> keys = this.log.keys();
		Target target = Target.revision(keys.get(keys.size() - 1));
		try {
			this.copy.write((session) -> new WriteOperations(session).upgrade(target, (status) -> {
			}, (progress) -> {
				this.listener.heard(progress);
				if (isDone(progress)) {
					this.log.again(progress);
				}
			}));
			this.log.end(snapshot());
		}
		catch (RevisionFailedException ex) {
			add(Finding.Kind.FAILS, ex.revision(), "it cannot be applied a second time: " + reason(ex));
		}
	}

	private void add(Finding.Kind kind, @Nullable Revision revision, String text) {
		this.log.add(kind, revision, text);
	}

	private Snapshot snapshot() {
		long start = System.nanoTime();
		try {
			this.largest = Math.max(this.largest, this.throwaway.size());
			return this.copy.read((session) -> Snapshot.of(AtomicConnection.of(session.database()).unheard(),
					DatabaseProduct.of(session.database()), UndoPolicies.of(session)));
		}
		catch (IOException ex) {
			throw BackupFailedException.notRehearsed("it cannot be read: " + ex, ex);
		}
		finally {
			this.comparing += System.nanoTime() - start;
		}
	}

	private static Duration since(long nanos) {
		return Duration.ofNanos(System.nanoTime() - nanos);
	}

}
