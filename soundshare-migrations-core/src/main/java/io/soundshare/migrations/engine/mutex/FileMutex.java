package io.soundshare.migrations.engine.mutex;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.soundshare.migrations.engine.connection.Origin;
import io.soundshare.migrations.model.DatabaseAccessException;
import io.soundshare.migrations.model.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A lock of the operating system on a file beside the database, which holds its holder's
 * name. The file stays: if it were deleted, two processes could lock two files.
 * <p>
 * On POSIX a process loses its locks on a file as soon as it closes <em>any</em>
 * descriptor of that file (fcntl(2)), and within a JVM a second attempt throws. So the
 * file is opened by one at a time in this JVM, and never while it is held here.
 * <p>
 * Two bytes are locked, far behind the text, which other processes may then read on
 * Windows too: the first by whoever wants the mutex, the second by whoever has it. A look
 * touches the second only, and so keeps nobody from taking the first.
 */
public final class FileMutex implements Mutex {

	private static final long WANTED = 1L << 30;

	private static final long HELD = WANTED + 1;

	private static final int TRIES = 100;

	/** Mutexes held in this JVM; also what is synchronised on. */
	private static final Map<Object, FileMutex> HERE = new HashMap<>();

	private final Path database;

	private final Path file;

	private final String id;

	private @Nullable LockFile locked;

	private String holder = "";

	private String lastId = "";

	/**
	 * Create a mutex.
	 * @param database the database; the file to lock is beside it
	 * @param id whoever takes it, told from all others
	 */
	public FileMutex(Path database, String id) {
		this.database = database;
		this.file = database.resolveSibling(database.getFileName() + ".migration-lock");
		this.id = id;
	}

	@Override
	public boolean tryTake(String holder) {
		synchronized (HERE) {
			try {
				if (isHere() != null) {
					return false;
				}
				LockFile opened = LockFile.open(this.file);
				if (lock(opened, holder)) {
					this.locked = opened;
					this.holder = holder;
					HERE.put(opened.key(), this);
					return true;
				}
				return false;
			}
			catch (IOException ex) {
				throw unusable("written", ex);
			}
		}
	}

	/** Of one lock file with two names, none may be closed while it is held. */
	private @Nullable FileMutex isHere() throws IOException {
		Object key = LockFile.key(this.file);
		return (key != null) ? HERE.get(key) : null;
	}

	private boolean lock(LockFile opened, String holder) throws IOException {
		boolean taken = false;
		try {
			if (lock(opened.channel())) {
				this.lastId = opened.id();
				// Whose id is there may still have the row, until that is taken over.
				opened.write(holder, this.lastId);
				taken = true;
			}
			return taken;
		}
		finally {
			if (!taken) {
				opened.close();
			}
		}
	}

	/**
	 * Lock both bytes. Whoever only looks does not lock one for long, unless it is
	 * stopped in the middle.
	 */
	private static boolean lock(FileChannel opened) throws IOException {
		try {
			if (opened.tryLock(WANTED, 1, false) == null) {
				return false;
			}
			for (int i = 0; i < TRIES; i++) {
				if (opened.tryLock(HELD, 1, false) != null) {
					return true;
				}
				Thread.sleep(1);
			}
			return false;
		}
		catch (OverlappingFileLockException ex) {
			// Held by another class loader's copy of this class.
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Override
	public void report(String holder) {
		LockFile opened = this.locked;
		this.holder = holder;
		if (opened == null) {
			throw new IllegalStateException("Not held: " + this.file);
		}
		try {
			opened.write(holder, this.id);
		}
		catch (IOException ex) {
			throw unusable("written", ex);
		}
	}

	@Override
	public @Nullable String holder() {
		synchronized (HERE) {
			try {
				FileMutex here = isHere();
				if (here != null) {
					return here.holder;
				}
				try (LockFile opened = LockFile.look(this.file)) {
					if (opened == null) {
						return null;
					}
					this.lastId = opened.id();
					return isHeld(opened.channel()) ? opened.holder() : null;
				}
			}
			catch (IOException ex) {
				throw unusable("read", ex);
			}
		}
	}

	private static boolean isHeld(FileChannel opened) throws IOException {
		try (FileLock free = opened.tryLock(HELD, 1, true)) {
			return free == null;
		}
		catch (OverlappingFileLockException ex) {
			return true;
		}
	}

	/**
	 * The text that a holder leaves proves that it had this file: not another one, which
	 * is beside another name of the database, or was beside this one and is deleted.
	 */
	@Override
	public boolean isOf(LockHolder holder) {
		return this.lastId.equals(holder.id());
	}

	@Override
	public boolean isAlive(LockHolder holder) {
		Origin here = Origin.of(null, null);
		if (!holder.host().equals(here.host())) {
			return false;
		}
		if (holder.pid() == here.pid()) {
			synchronized (HERE) {
				return HERE.values().stream().anyMatch((mutex) -> mutex.id.equals(holder.id()));
			}
		}
		return ProcessHandle.of(holder.pid()).isPresent() && OpenFiles.mayBeOpen(this.database, holder.pid());
	}

	@Override
	public void release() {
		synchronized (HERE) {
			LockFile opened = this.locked;
			this.locked = null;
			try {
				if (opened != null) {
					HERE.remove(opened.key());
					opened.close();
				}
			}
			catch (IOException ex) {
				throw unusable("closed", ex);
			}
		}
	}

	private DatabaseAccessException unusable(String how, IOException failure) {
		boolean other = failure.getClass() == IOException.class;
		return new DatabaseAccessException(null,
				Wording.of("The lock file " + this.file + ", beside the database, cannot be " + how + ": "
						+ failure.getMessage()),
				Wording.of("Let this process write to the directory of the database, and see that the disk is not full"
						+ (other ? "; if something else is in the place of the file, move that away." : ".")),
				failure);
	}

}
