package io.soundshare.migrations;

import java.util.List;

import javax.sql.DataSource;

import io.soundshare.migrations.engine.lock.MigrationLock;
import io.soundshare.migrations.engine.operation.Inspection;
import io.soundshare.migrations.engine.operation.Sessions;
import io.soundshare.migrations.engine.operation.WriteOperations;
import io.soundshare.migrations.engine.rehearsal.DatabaseRehearsal;
import io.soundshare.migrations.engine.script.ScriptWriter;
import io.soundshare.migrations.engine.session.MigrationSettings;
import io.soundshare.migrations.model.Backup;
import io.soundshare.migrations.model.BackupCheck;
import io.soundshare.migrations.model.BackupFailedException;
import io.soundshare.migrations.model.DestructionRefusedException;
import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.RehearsalReport;
import io.soundshare.migrations.model.Restoration;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.RevisionDetail;
import io.soundshare.migrations.model.Script;
import io.soundshare.migrations.model.Target;

/**
 * The life of one database's schema: what is applied and what is pending, up, down, stamp
 * and reset. Immutable; every method opens a connection and closes it. Reads take no lock
 * and change nothing; writes hold the migration lock.
 * <p>
 * All methods throw a {@link MigrationException} with a message for people.
 */
public final class Migrations {

	private final Sessions sessions;

	Migrations(MigrationSettings settings) {
		this.sessions = new Sessions(settings);
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
	 * Read where the database stands.
	 * @return the status
	 */
	public MigrationStatus status() {
		return this.sessions.status();
	}

	/**
	 * Read one revision and what it does.
	 * @param revision an id, a {@code path::id::author}, or a prefix that fits one
	 * @return the revision with its SQL
	 */
	public RevisionDetail show(String revision) {
		return this.sessions.look("show " + revision, (session) -> new Inspection(session).show(revision));
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
		return this.sessions.upgrade(target, (status) -> {
		}, progress);
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
	 * Undo applied revisions, the newest first. Runs nothing if one of them cannot be
	 * undone. What it loses is not asked again: {@link #plan} tells it beforehand.
	 * @param target where to end
	 * @param progress hears of each step
	 * @return what was undone
	 */
	public Result downgrade(Target target, ProgressListener progress) {
		return this.sessions.writeIfPresent((session) -> new WriteOperations(session).downgrade(target, (plan) -> {
		}, progress));
	}

	/**
	 * Decide what an operation would do, and do nothing. The plan of a downgrade says of
	 * each revision how it is undone, and which rows that loses and restores, as the
	 * database is now.
	 * @param operation the operation
	 * @param target where to end; a reset always ends at head
	 * @return the plan
	 */
	public Plan plan(Operation operation, Target target) {
		return this.sessions.read((session) -> new Inspection(session).plan(operation, target));
	}

	/**
	 * Write the history as if the database were at the target; run nothing.
	 * @param target where to be
	 * @param progress hears of each step
	 * @return what was written and removed
	 */
	public Result stamp(Target target, ProgressListener progress) {
		return this.sessions.write((session) -> new WriteOperations(session).stamp(target, progress));
	}

	/**
	 * Drop everything in the default schema, then upgrade to head.
	 * @param progress hears of each step
	 * @return what was applied afterwards
	 * @throws DestructionRefusedException where the settings forbid that
	 */
	public Result reset(ProgressListener progress) {
		this.sessions.settings().requireDestructive("reset");
		return this.sessions.write((session) -> new WriteOperations(session).reset(progress));
	}

	/**
	 * Decide what an operation would do, write down the SQL it would run, history
	 * included, and change nothing.
	 * @param operation the operation
	 * @param target where to end; a reset always ends at head
	 * @return the plan and its SQL
	 */
	public Script script(Operation operation, Target target) {
		return this.sessions.read((session) -> new ScriptWriter(session).write(operation, target));
	}

	/**
	 * Read the migration lock.
	 * @return the lock
	 */
	public LockStatus lock() {
		try {
			return this.sessions.look("lock", (session) -> new MigrationLock(session).status());
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
		return this.sessions.read((session) -> new MigrationLock(session).forceRelease());
	}

	/**
	 * Read the journal.
	 * @return its entries, the newest first; none where nothing was written yet
	 */
	public List<JournalEntry> journal() {
		return this.sessions.look("journal", (session) -> new Inspection(session).journal());
	}

	/**
	 * Copy the database, consistently whatever others do meanwhile, and prove that the
	 * copy is whole.
	 * @return the copy
	 * @throws BackupFailedException if there is none
	 */
	public Backup backup() {
		return backup(ProgressListener.SILENT);
	}

	/**
	 * Copy the database, and say how far that is.
	 * @param progress hears of the copy, if it takes long
	 * @return the copy
	 * @throws BackupFailedException if there is none
	 */
	public Backup backup(ProgressListener progress) {
		return this.sessions.backups().take(progress);
	}

	/**
	 * List the copies of the database.
	 * @return the copies, the newest first
	 */
	public List<Backup> backups() {
		return this.sessions.backups().list();
	}

	/**
	 * Find one of the copies.
	 * @param name its name or the beginning of it; nothing for the newest
	 * @return the copy
	 * @throws BackupFailedException if there is none, or several
	 */
	public Backup findBackup(String name) {
		return this.sessions.backups().find(name);
	}

	/**
	 * Look at all of each copy: whether it is whole, and of the revision it is named
	 * after.
	 * @return what was found, the newest first
	 */
	public List<BackupCheck> verifyBackups() {
		return verifyBackups(ProgressListener.SILENT);
	}

	/**
	 * Look at all of each copy, and say which one.
	 * @param progress hears of each copy that takes long
	 * @return what was found, the newest first
	 */
	public List<BackupCheck> verifyBackups(ProgressListener progress) {
		return this.sessions.backups().verify(progress);
	}

	/**
	 * Put a copy in the place of the database, after one was made of what is there. It is
	 * all of it or nothing, whatever dies.
	 * @param name the name of the copy or the beginning of it; nothing for the newest
	 * @return what was restored, and what was there
	 * @throws BackupFailedException if others use the database, or the copy is not whole
	 */
	public Restoration restore(String name) {
		return restore(name, ProgressListener.SILENT);
	}

	/**
	 * Put a copy in the place of the database, and say how far that is.
	 * @param name the name of the copy or the beginning of it; nothing for the newest
	 * @param progress hears of the copies, if they take long
	 * @return what was restored, and what was there
	 * @throws BackupFailedException if others use the database, or the copy is not whole
	 */
	public Restoration restore(String name, ProgressListener progress) {
		this.sessions.settings().requireDestructive("restore");
		return this.sessions.backups().restore(name, progress);
	}

	/**
	 * Try an upgrade out on a copy of the database, which is thrown away: up, down and up
	 * again, with a look at schema and rows after each revision. The database itself is
	 * only read.
	 * @param target where the upgrade would end
	 * @param progress hears of each step, up, down and up again
	 * @return what was found
	 * @throws BackupFailedException if the database cannot be copied
	 */
	public RehearsalReport rehearse(Target target, ProgressListener progress) {
		return rehearse(target, true, progress);
	}

	/**
	 * Try an upgrade out, as with its rows.
	 * @param target where the upgrade would end
	 * @param data whether the rows are copied too, where that is a question (PostgreSQL)
	 * @param progress hears of each step, up, down and up again
	 * @return what was found
	 * @throws BackupFailedException if the database cannot be copied
	 */
	public RehearsalReport rehearse(Target target, boolean data, ProgressListener progress) {
		return DatabaseRehearsal.of(this.sessions, target, data, progress);
	}

	/**
	 * Take note that somebody has looked after the revisions whose process died in the
	 * middle, outside a transaction: they may run again.
	 * @return the entries of those
	 */
	public List<JournalEntry> forgetInterrupted() {
		return this.sessions.write((session) -> new WriteOperations(session).forgetInterrupted());
	}

	/**
	 * Passage to what is behind the door, for the other modules of this library. Nothing
	 * for applications, and not to be relied on.
	 */
	public abstract static class Passage {

		private final Sessions sessions;

		protected Passage(Migrations migrations) {
			this.sessions = migrations.sessions;
		}

		protected final Sessions sessions() {
			return this.sessions;
		}

		protected static Migrations migrations(MigrationSettings settings) {
			return new Migrations(settings);
		}

	}

}
