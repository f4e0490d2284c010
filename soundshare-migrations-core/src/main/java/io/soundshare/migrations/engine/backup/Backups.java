package io.soundshare.migrations.engine.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.soundshare.migrations.backup.BackupStore;
import io.soundshare.migrations.backup.BackupStore.Stored;
import io.soundshare.migrations.backup.FolderBackupStore;
import io.soundshare.migrations.engine.copy.CopySource;
import io.soundshare.migrations.engine.copy.DatabaseCopy;
import io.soundshare.migrations.engine.session.BackupSettings;
import io.soundshare.migrations.model.Backup;
import io.soundshare.migrations.model.BackupCheck;
import io.soundshare.migrations.model.BackupFailedException;
import io.soundshare.migrations.model.Restoration;
import liquibase.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The copies of one database. Beside each there is a mark that it was whole, with its
 * size.
 */
public final class Backups {

	private static final String MARK = ".verified";

	/** How often others may migrate while a copy is made. */
	private static final int TRIES = 5;

	private static final int MARK_SIZE = 100;

	private final DatabaseCopy copy;

	private final BackupStore store;

	private final int keep;

	private Backups(DatabaseCopy copy, BackupStore store, int keep) {
		this.copy = copy;
		this.store = store;
		this.keep = keep;
	}

	/**
	 * Find the copies of a database.
	 * @throws BackupFailedException if it cannot have any
	 */
	public static Backups of(CopySource source, BackupSettings settings) {
		return stored(DatabaseCopy.required(source), settings);
	}

	/** Find the newest copy; {@code null} if there is none, or nobody can tell. */
	public static @Nullable Backup newest(CopySource source, BackupSettings settings) {
		DatabaseCopy copy = DatabaseCopy.of(source);
		if (copy == null || copy.isTransient()) {
			return null;
		}
		try {
			Backups backups = stored(copy, settings);
			Map<String, Long> sizes = backups.sizes();
			List<String> names = backups.names(sizes);
			return names.isEmpty() ? null : backups.backup(names.get(0), sizes);
		}
		catch (IOException | RuntimeException ex) {
			Scope.getCurrentScope().getLog(Backups.class).warning("The backups cannot be listed: " + ex);
			return null;
		}
	}

	private static Backups stored(DatabaseCopy copy, BackupSettings settings) {
		BackupStore store = settings.store();
		Path folder = settings.folder();
		return new Backups(copy,
				(store != null) ? new GuardedStore(store)
						: new FolderBackupStore((folder != null) ? folder.resolve(copy.name()) : copy.folder()),
				settings.keep());
	}

	/**
	 * Whether there is nothing that could be lost.
	 * @param own tells the tables that hold the history
	 */
	public boolean isEmpty(Predicate<String> own) throws SQLException {
		return this.copy.isEmpty(own);
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
			prune(taken);
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
		try {
			this.store.write(text, this.copy.size(), (file) -> {
				write(file);
				if (!name.isOf(revision(file))) {
					throw new MovedException();
				}
			});
		}
		catch (FileAlreadyExistsException | MovedException ex) {
			return null;
		}
		long size = sizes().getOrDefault(text, 0L);
		mark(text, size);
		return new Backup(text, name.revision(), name.taken(), size, true);
	}

	private void write(Path file) throws IOException {
		try {
			this.copy.write(file);
		}
		catch (SQLException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
		String damage = this.copy.damage(file, false);
		if (damage != null) {
			throw new IOException("the database is damaged: " + damage);
		}
	}

	private @Nullable String revision(Path file) throws IOException {
		try {
			return this.copy.revision(file);
		}
		catch (SQLException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
	}

	private void mark(String name, long size) throws IOException {
		this.store.delete(name + MARK);
		this.store.write(name + MARK, MARK_SIZE, (file) -> Files.writeString(file, String.valueOf(size)));
	}

	/**
	 * The one that was just made stays, whatever clocks say, and what is not whole goes
	 * first.
	 */
	private void prune(Backup taken) {
		try {
			List<Backup> others = new ArrayList<>(list());
			others.removeIf((backup) -> backup.name().equals(taken.name()));
			others.sort(Comparator.comparing((Backup backup) -> !backup.verified()));
			for (Backup old : others.subList(Math.min(this.keep - 1, others.size()), others.size())) {
				this.store.delete(old.name() + MARK);
				this.store.delete(old.name());
			}
		}
		catch (IOException ex) {
			Scope.getCurrentScope().getLog(getClass()).warning("Old backups cannot be removed: " + ex);
		}
	}

	/** List them, the newest first. */
	public List<Backup> list() throws IOException {
		Map<String, Long> sizes = sizes();
		List<Backup> all = new ArrayList<>();
		for (String name : names(sizes)) {
			all.add(backup(name, sizes));
		}
		return List.copyOf(all);
	}

	private Map<String, Long> sizes() throws IOException {
		return this.store.list().stream().collect(Collectors.toMap(Stored::name, Stored::size));
	}

	/** The names of copies, the newest first: they begin with the time. */
	private List<String> names(Map<String, Long> sizes) {
		return sizes.keySet()
			.stream()
			.filter((name) -> BackupName.parse(name, this.copy.suffix()) != null)
			.sorted(Comparator.reverseOrder())
			.toList();
	}

	private Backup backup(String text, Map<String, Long> sizes) throws IOException {
		BackupName name = Objects.requireNonNull(BackupName.parse(text, this.copy.suffix()));
		long size = sizes.getOrDefault(text, 0L);
		return new Backup(text, name.revision(), name.taken(), size,
				sizes.containsKey(text + MARK) && isMarked(text, size));
	}

	private boolean isMarked(String name, long size) throws IOException {
		try (InputStream bytes = this.store.open(name + MARK)) {
			return new String(bytes.readNBytes(MARK_SIZE), StandardCharsets.UTF_8).strip().equals(String.valueOf(size));
		}
		catch (NoSuchFileException ex) {
			// Somebody else has just removed it.
			return false;
		}
	}

	/**
	 * Find the one that is meant.
	 * @param name its name or the beginning of it; nothing for the newest
	 */
	public Backup find(String name) throws IOException {
		List<Backup> all = list();
		List<Backup> meant = all.stream().filter((backup) -> backup.name().equals(name)).toList();
		if (meant.isEmpty()) {
			meant = all.stream().filter((backup) -> backup.name().startsWith(name)).toList();
		}
		if (meant.size() > 1 && !name.isEmpty()) {
			throw BackupFailedException.ambiguous(name, meant.stream().map(Backup::name).toList());
		}
		if (meant.isEmpty()) {
			throw BackupFailedException.unknown(name, all.stream().map(Backup::name).toList());
		}
		return meant.get(0);
	}

	/** Look at all of a copy, and mark it as whole, or not. */
	public BackupCheck verify(Backup backup) throws IOException {
		this.copy.requireTools();
		String damage = this.store.<@Nullable String>read(backup.name(), (file) -> this.copy.damage(file, true));
		if (damage != null) {
			this.store.delete(backup.name() + MARK);
		}
		else {
			damage = this.store.<@Nullable String>read(backup.name(), (file) -> misnamed(backup, file));
		}
		if (damage == null) {
			mark(backup.name(), backup.size());
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
		return this.store.read(backup.name(), (file) -> {
			String damage = this.copy.damage(file, false);
			if (damage != null) {
				throw BackupFailedException.damaged(backup.name(), damage);
			}
			AtomicReference<@Nullable Backup> replaced = new AtomicReference<>();
			try {
				Path aside = this.copy.restore(file,
						() -> replaced.set(this.copy.isEmpty((table) -> false) ? null : attempts()));
				return new Restoration(backup, replaced.get(), (aside != null) ? aside.toString() : null);
			}
			catch (SQLException ex) {
				throw BackupFailedException.notRestored(ex.getMessage() + "", "Correct that, and try again.", ex);
			}
		});
	}

	@Override
	public String toString() {
		return this.store.toString();
	}

	/**
	 * Somebody else has migrated while a copy was made.
	 */
	private static final class MovedException extends IOException {

		private static final long serialVersionUID = 1;

	}

}
