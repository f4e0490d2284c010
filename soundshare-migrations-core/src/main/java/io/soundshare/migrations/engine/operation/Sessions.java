package io.soundshare.migrations.engine.operation;

import java.util.function.Consumer;

import io.soundshare.migrations.engine.catalog.ParsedChangelog;
import io.soundshare.migrations.engine.catalog.SharedReadings;
import io.soundshare.migrations.engine.session.Announcement;
import io.soundshare.migrations.engine.session.MigrationSettings;
import io.soundshare.migrations.engine.session.PlainWork;
import io.soundshare.migrations.engine.session.SchemaSettings;
import io.soundshare.migrations.engine.session.SessionOpener;
import io.soundshare.migrations.engine.session.SessionWork;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.Target;

/**
 * The sessions that the operations on one database run in, and what outlives them: the
 * answers for those who ask the same at once, and a changelog that stays as it is.
 */
public final class Sessions {

	private final MigrationSettings settings;

	private final SessionOpener opener;

	private final Recollection recollection = new Recollection();

	private final SharedReadings readings = new SharedReadings();

	private volatile ParsedChangelog parsed = new ParsedChangelog();

	public Sessions(MigrationSettings settings) {
		this.settings = settings;
		this.opener = new SessionOpener(settings);
	}

	public MigrationSettings settings() {
		return this.settings;
	}

	/** The operations on copies of the database. */
	public BackupOperations backups() {
		return new BackupOperations(this.opener);
	}

	/** Do something with a connection that Liquibase knows nothing of. */
	public <T> T plain(PlainWork<T> work) {
		return this.opener.plain(false, work);
	}

	/** Read the status; those who ask at once are told the same. */
	public MigrationStatus status() {
		return look("status", (session) -> new Inspection(session).status(this.recollection));
	}

	/**
	 * Apply pending revisions, unless the gate throws; whether there are any may be known
	 * without the changelog.
	 * @param gate sees where the database stands before anything runs
	 */
	public Result upgrade(Target target, Consumer<MigrationStatus> gate, ProgressListener progress) {
		return write((session) -> {
			RevisionsText recalled = target.equals(Target.HEAD) ? this.recollection.recall(session) : null;
			if (recalled == null) {
				return new WriteOperations(session).upgrade(target, gate, progress);
			}
			gate.accept(new Inspection(session).status(recalled));
			return Result.nothing(Operation.UPGRADE);
		});
	}

	/** Look at something; those who ask the same at once are told the same. */
	public <T> T look(String question, SessionWork<T> work) {
		ParsedChangelog kept = this.parsed;
		return this.readings.ask(question, (beginning) -> this.opener.look((session) -> {
			beginning.run();
			new SchemaSettings(session).require();
			session.use(kept.take());
			T seen = work.with(session);
			if (this.settings.changelog().fixed()) {
				kept.leave(session.parsedChangelog());
			}
			return seen;
		}));
	}

	public <T> T read(SessionWork<T> work) {
		forget();
		return this.opener.read(inSchema(work));
	}

	/** Read, and wait for those who write. */
	public <T> T readPatiently(SessionWork<T> work) {
		forget();
		return this.opener.readPatiently(inSchema(work));
	}

	public <T> T write(SessionWork<T> work) {
		ParsedChangelog fresh = forget();
		Announcement announcement = new Announcement(this.settings.listener());
		T result;
		try {
			result = this.opener.write(inSchema((session) -> {
				session.use(announcement);
				T written = work.with(session);
				if (this.settings.changelog().fixed()) {
					fresh.leave(session.parsedChangelog());
				}
				return written;
			}));
		}
		catch (RuntimeException ex) {
			announcement.fail(ex);
			throw ex;
		}
		announcement.end(result);
		return result;
	}

	/**
	 * Write, unless there is no database: to write nothing there would make it.
	 */
	public <T> T writeIfPresent(SessionWork<T> work) {
		return this.opener.isAbsent() ? read(work) : write(work);
	}

	private static <T> SessionWork<T> inSchema(SessionWork<T> work) {
		return (session) -> {
			new SchemaSettings(session).require();
			return work.with(session);
		};
	}

	/** Forget the changelog: who writes reads it anew. */
	private ParsedChangelog forget() {
		ParsedChangelog fresh = new ParsedChangelog();
		this.parsed = fresh;
		return fresh;
	}

}
