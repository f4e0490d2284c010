package io.soundshare.migrations.engine.operation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.engine.backup.Backups;
import io.soundshare.migrations.engine.copy.CopySource;
import io.soundshare.migrations.engine.lock.MigrationLock;
import io.soundshare.migrations.engine.session.SessionOpener;
import io.soundshare.migrations.model.Backup;
import io.soundshare.migrations.model.BackupCheck;
import io.soundshare.migrations.model.BackupFailedException;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Restoration;

/**
 * The operations on copies of the database. They need nothing of Liquibase: the database
 * may be damaged.
 */
public final class BackupOperations {

	private final SessionOpener opener;

	BackupOperations(SessionOpener opener) {
		this.opener = opener;
	}

	public Backup take(ProgressListener progress) {
		if (this.opener.isAbsent()) {
			throw BackupFailedException.notTaken("the database does not exist yet", null);
		}
		return with(progress, Backups::take);
	}

	/** List the copies, the newest first. */
	public List<Backup> list() {
		return with(ProgressListener.SILENT, Backups::list);
	}

	/** Look at all of each copy, the newest first. */
	public List<BackupCheck> verify(ProgressListener progress) {
		return with(progress, (backups) -> {
			List<BackupCheck> checks = new ArrayList<>();
			for (Backup backup : backups.list()) {
				checks.add(backups.verify(backup));
			}
			return List.copyOf(checks);
		});
	}

	/** Find the copy that a name means; the newest if there is no name. */
	public Backup find(String name) {
		return with(ProgressListener.SILENT, (backups) -> backups.find(name));
	}

	/**
	 * Put a copy in the place of the database. Whoever held the lock when it was made
	 * does not hold it any more.
	 */
	public Restoration restore(String name, ProgressListener progress) {
		Restoration done = this.opener.plain(true, (source) -> {
			Backups backups = backups(source, progress);
			return backups.keepsOthersOut() ? restore(backups, name) : this.opener
				.write((session) -> new MigrationLock(session).holdBesideRow(() -> restore(backups, name)));
		});
		this.opener.read((session) -> new MigrationLock(session).forceRelease());
		return done;
	}

	private static Restoration restore(Backups backups, String name) {
		try {
			return backups.restore(backups.find(name));
		}
		catch (IOException ex) {
			throw BackupFailedException.notRead(ex.toString(), ex);
		}
	}

	private <T> T with(ProgressListener progress, Work<T> work) {
		return this.opener.plain(false, (source) -> {
			try {
				return work.with(backups(source, progress));
			}
			catch (IOException ex) {
				throw BackupFailedException.notRead(ex.toString(), ex);
			}
		});
	}

	private Backups backups(CopySource source, ProgressListener progress) {
		return Backups.of(source, this.opener.settings().backup(), progress);
	}

	/**
	 * Work with copies.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	private interface Work<T> {

		T with(Backups backups) throws Exception;

	}

}
