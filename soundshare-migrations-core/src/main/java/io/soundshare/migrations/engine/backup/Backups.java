package io.soundshare.migrations.engine.backup;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

import io.soundshare.migrations.backup.BackupStore;
import io.soundshare.migrations.backup.FolderBackupStore;
import io.soundshare.migrations.engine.copy.Beside;
import io.soundshare.migrations.engine.copy.CopySource;
import io.soundshare.migrations.engine.copy.CopyWatch;
import io.soundshare.migrations.engine.copy.DamagedCopyException;
import io.soundshare.migrations.engine.copy.DatabaseCopy;
import io.soundshare.migrations.engine.copy.FileDigest;
import io.soundshare.migrations.engine.session.BackupSettings;
import io.soundshare.migrations.model.Backup;
import io.soundshare.migrations.model.BackupCheck;
import io.soundshare.migrations.model.BackupFailedException;
import io.soundshare.migrations.model.CopyProgress;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Restoration;
import liquibase.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Makes copies of one database, proves that they are whole, and brings them back.
 */
public final class Backups {

	/** How often others may migrate while a copy is made. */
	private static final int TRIES = 5;

	private final DatabaseCopy copy;

	private final StoredBackups stored;

	private final ProgressListener listener;

	private Backups(DatabaseCopy copy, StoredBackups stored, ProgressListener listener) {
		this.copy = copy;
		this.stored = stored;
		this.listener = listener;
	}

	/**
	 * Find the copies of a database.
	 * @param listener hears how far they are, of what takes long
	 * @throws BackupFailedException if it cannot have any
	 */
	public static Backups of(CopySource source, BackupSettings settings, ProgressListener listener) {
		DatabaseCopy copy = DatabaseCopy.required(source);
		return new Backups(copy, stored(copy, settings), listener);
	}

	/** Find the newest copy; {@code null} if there is none, or nobody can tell. */
	public static @Nullable Backup newest(CopySource source, BackupSettings settings) {
		DatabaseCopy copy = DatabaseCopy.of(source);
		if (copy == null || copy.isTransient()) {
			return null;
		}
		try {
			return stored(copy, settings).newest();
		}
		catch (IOException | RuntimeException ex) {
			Scope.getCurrentScope().getLog(Backups.class).warning("The backups cannot be listed: " + ex);
			return null;
		}
	}

	private static StoredBackups stored(DatabaseCopy copy, BackupSettings settings) {
		BackupStore store = settings.store();
		Path folder = settings.folder();
		return new StoredBackups(
				(store != null) ? new GuardedStore(store)
						: new FolderBackupStore((folder != null) ? folder.resolve(copy.name()) : copy.folder()),
				copy.suffix(), settings.keep());
	}

	/**
	 * Whether there is nothing that could be lost.
	 * @param own tells the tables that hold the history
	 */
	public boolean isEmpty(Predicate<String> own) throws SQLException {
		return this.copy.isEmpty(own);
	}

	/** Whether nobody can begin to migrate while a copy is restored. */
	public boolean keepsOthersOut() {
		return this.copy.keepsOthersOut();
	}

	/**
	 * Make a copy, prove that it is whole, and remove the oldest of those that are too
	 * many. The connection has no transaction.
	 * @throws BackupFailedException if there is no copy
	 */
	public Backup take() throws SQLException {
		this.copy.requireTools();
		try {
			Backup taken = attempts();
			this.stored.prune(taken);
			return taken;
		}
		catch (IOException ex) {
			throw BackupFailedException.notTaken(reason(ex), ex);
		}
	}

	private Backup attempts() throws SQLException, IOException {
		for (int i = 0; i < TRIES; i++) {
			Backup taken = attempt();
			if (taken != null) {
				return taken;
			}
		}
		throw BackupFailedException.notTaken("others changed the schema all the time", null);
	}

	private static String reason(IOException failure) {
		String message = failure.getMessage();
		return (message == null || message.startsWith("/")) ? failure.toString() : message;
	}

	private @Nullable Backup attempt() throws SQLException, IOException {
		String id = this.copy.revision();
		BackupName name = BackupName.of(Instant.now().truncatedTo(ChronoUnit.MILLIS), id);
		String text = name.text(this.copy.suffix());
		AtomicReference<@Nullable FileDigest> digest = new AtomicReference<>();
		long most = this.copy.size();
		try (CopyWatch watch = watch(CopyProgress.Kind.BACKUP, text, most).begin()) {
			this.stored.store().write(text, most, (file) -> {
				watch.look(file);
				digest.set(write(file));
				if (!name.isOf(revision(file))) {
					throw new MovedException();
				}
			});
			watch.done();
		}
		catch (FileAlreadyExistsException | MovedException ex) {
			return null;
		}
		long size = this.stored.size(text);
		this.stored.mark(text, size, digest.get());
		return new Backup(text, name.revision(), name.taken(), size, true);
	}

	private CopyWatch watch(CopyProgress.Kind kind, String name, long most) {
		return new CopyWatch(this.listener, kind, name, most);
	}

	private FileDigest write(Path file) throws IOException {
		try {
			this.copy.write(file);
		}
		catch (SQLException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
		Beside<FileDigest> digest = Beside.begin("backup-digest", () -> FileDigest.of(file));
		try {
			String damage = this.copy.damage(file, false);
			if (damage != null) {
				throw new IOException("the database is damaged: " + damage);
			}
		}
		finally {
			digest.end();
		}
		return digest.end();
	}

	private @Nullable String revision(Path file) throws IOException {
		try {
			return this.copy.revision(file);
		}
		catch (SQLException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
	}

	/** List them, the newest first. */
	public List<Backup> list() throws IOException {
		return this.stored.list();
	}

	/**
	 * Find the one that is meant.
	 * @param name its name or the beginning of it; nothing for the newest
	 */
	public Backup find(String name) throws IOException {
		return this.stored.find(name);
	}

	/** Look at all of a copy, and mark it as whole, or not. */
	public BackupCheck verify(Backup backup) throws IOException {
		this.copy.requireTools();
		FileDigest digest = this.stored.digest(backup);
		AtomicReference<@Nullable FileDigest> found = new AtomicReference<>();
		String damage;
		try (CopyWatch watch = watch(CopyProgress.Kind.VERIFICATION, backup.name(), backup.size()).begin()) {
			damage = this.stored.store().<@Nullable String>read(backup.name(), (file) -> {
				found.set(FileDigest.of(file));
				return (digest != null && !digest.equals(found.get())) ? FileDigest.CHANGED
						: this.copy.damage(file, true);
			});
			watch.done();
		}
		if (damage != null) {
			this.stored.unmark(backup.name());
		}
		else {
			damage = this.stored.store().<@Nullable String>read(backup.name(), (file) -> misnamed(backup, file));
		}
		if (damage == null) {
			this.stored.mark(backup.name(), backup.size(), found.get());
		}
		return new BackupCheck(
				new Backup(backup.name(), backup.revision(), backup.taken(), backup.size(), damage == null), damage);
	}

	private @Nullable String misnamed(Backup backup, Path file) throws IOException {
		BackupName name = BackupName.parse(backup.name(), this.copy.suffix());
		String id = revision(file);
		return (name != null && !name.isOf(id))
				? "it is named after another revision than the one it is at, which is " + ((id != null) ? id : "base")
				: null;
	}

	/**
	 * Put a copy in the place of the database, if it is whole, and copy what is there
	 * first.
	 * @throws BackupFailedException if the database stays as it is
	 */
	public Restoration restore(Backup backup) throws IOException {
		this.copy.requireTools();
		FileDigest digest = this.stored.digest(backup);
		return this.stored.store().read(backup.name(), (file) -> {
			AtomicReference<@Nullable Backup> replaced = new AtomicReference<>();
			try (CopyWatch watch = watch(CopyProgress.Kind.RESTORATION, backup.name(), backup.size())) {
				Path aside = this.copy.restore(file, digest, () -> {
					replaced.set(this.copy.isEmpty((table) -> false) ? null : attempts());
					watch.begin();
				});
				watch.done();
				return new Restoration(backup, replaced.get(), (aside != null) ? aside.toString() : null);
			}
			catch (DamagedCopyException ex) {
				throw BackupFailedException.damaged(backup.name(), ex.getMessage() + "");
			}
			catch (SQLException ex) {
				throw BackupFailedException.notRestored(ex.getMessage() + "", "Correct that, and try again.", ex);
			}
		});
	}

	@Override
	public String toString() {
		return this.stored.store().toString();
	}

	/**
	 * Somebody else has migrated while a copy was made.
	 */
	private static final class MovedException extends IOException {

		private static final long serialVersionUID = 1;

	}

}
