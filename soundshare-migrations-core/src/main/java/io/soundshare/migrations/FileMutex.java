package io.soundshare.migrations;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

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
final class FileMutex implements Mutex {

	private static final long WANTED = 1L << 30;

	private static final long HELD = WANTED + 1;

	private static final int LONGEST_TEXT = 4096;

	/** Those held in this JVM; also what is synchronised on. */
	private static final Map<Path, FileMutex> HERE = new HashMap<>();

	private final Path file;

	private @Nullable FileChannel channel;

	private String holder = "";

	/**
	 * Create a mutex.
	 * @param file the file to lock; made if it is not there
	 */
	FileMutex(Path file) {
		this.file = file;
	}

	@Override
	public boolean tryTake(String holder) {
		synchronized (HERE) {
			if (HERE.containsKey(this.file)) {
				return false;
			}
			try {
				FileChannel opened = FileChannel.open(this.file, StandardOpenOption.CREATE, StandardOpenOption.READ,
						StandardOpenOption.WRITE);
				if (!lock(opened)) {
					opened.close();
					return false;
				}
				this.channel = opened;
				HERE.put(this.file, this);
				report(holder);
				return true;
			}
			catch (IOException ex) {
				throw unusable("written", ex);
			}
		}
	}

	private static boolean lock(FileChannel opened) throws IOException {
		try {
			FileLock wanted = opened.tryLock(WANTED, 1, false);
			if (wanted == null) {
				return false;
			}
			// Somebody may be looking just now.
			return opened.lock(HELD, 1, false).isValid();
		}
		catch (OverlappingFileLockException ex) {
			// Held by another class loader's copy of this class.
			return false;
		}
	}

	@Override
	public void report(String holder) {
		FileChannel opened = this.channel;
		this.holder = holder;
		if (opened == null) {
			throw new IllegalStateException("Not held: " + this.file);
		}
		try {
			ByteBuffer text = ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8));
			opened.truncate(text.remaining());
			opened.write(text, 0);
		}
		catch (IOException ex) {
			throw unusable("written", ex);
		}
	}

	@Override
	public @Nullable String holder() {
		synchronized (HERE) {
			FileMutex here = HERE.get(this.file);
			if (here != null) {
				return here.holder;
			}
			if (!Files.isReadable(this.file)) {
				return null;
			}
			try (FileChannel opened = FileChannel.open(this.file, StandardOpenOption.READ)) {
				return isHeld(opened) ? text(opened) : null;
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

	private static String text(FileChannel opened) throws IOException {
		ByteBuffer text = ByteBuffer.allocate(LONGEST_TEXT);
		int length = opened.read(text, 0);
		return new String(text.array(), 0, Math.max(0, length), StandardCharsets.UTF_8);
	}

	@Override
	public void release() {
		synchronized (HERE) {
			FileChannel opened = this.channel;
			this.channel = null;
			HERE.remove(this.file);
			try {
				if (opened != null) {
					opened.close();
				}
			}
			catch (IOException ex) {
				throw unusable("closed", ex);
			}
		}
	}

	private DatabaseAccessException unusable(String how, IOException failure) {
		return new DatabaseAccessException(null,
				"The lock file " + this.file + ", beside the database, cannot be " + how + ": " + failure.getMessage(),
				"Let this process write to the directory of the database, and see that the disk is not full.", failure);
	}

}
