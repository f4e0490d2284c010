package io.soundshare.migrations.engine.copy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Writes a copy into the empty file of an SQLite database, which takes half as long as
 * SQLite does. The file stays the same one, since others of this process may have it
 * open: in another one they would not see the copy, and write where nobody looks.
 * <p>
 * A journal beside it says that the database had no pages (fileformat2.html, The Rollback
 * Journal). If the process dies, whoever comes next finds it, and makes the file empty
 * again.
 */
final class SqliteFilling {

	private static final long MAGIC = 0xd9d505f920a163d7L;

	private static final int SECTOR = 512;

	private static final int PAGE = 4096;

	/** As large as the sectors of any disk: SQLite reads no less than one. */
	private static final int JOURNAL = 1 << 16;

	private static final long PAUSE_MILLIS = 5;

	private final Path file;

	private final Path journal;

	/**
	 * Create one.
	 * @param file the file of the database, on which somebody of this process has
	 * SQLite's exclusive lock
	 */
	SqliteFilling(Path file) {
		this.file = file;
		this.journal = file.resolveSibling(file.getFileName() + "-journal");
	}

	/**
	 * Whether there is nothing in a file that could be lost. Windows lets nobody write to
	 * what SQLite has locked.
	 */
	static boolean isFor(Path file) throws IOException {
		return Files.size(file) == 0 && file.getFileSystem().supportedFileAttributeViews().contains("posix");
	}

	/**
	 * Write all of it, or nothing. To close the file drops the lock on it (fcntl(2)), so
	 * that is done last.
	 * @param digest what the copy has to be
	 */
	void fill(Path copy, FileDigest digest) throws IOException {
		try (FileChannel to = FileChannel.open(this.file, StandardOpenOption.WRITE)) {
			begin();
			boolean whole = false;
			try {
				FileDigest written = write(copy, to);
				if (!digest.equals(written)) {
					throw new DamagedCopyException(FileDigest.CHANGED);
				}
				whole = true;
			}
			finally {
				if (!whole) {
					to.truncate(0);
				}
				to.force(true);
				Files.delete(this.journal);
				forceFolder();
			}
		}
	}

	/**
	 * What is written goes to the disk meanwhile, and not all at the end. Who forces a
	 * file is told of a failure once, so both have to succeed.
	 */
	private static FileDigest write(Path copy, FileChannel to) throws IOException {
		CountDownLatch written = new CountDownLatch(1);
		Beside<Boolean> forcing = Beside.begin("backup-force", () -> {
			boolean all = false;
			while (!all) {
				all = written.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
				to.force(false);
			}
			return all;
		});
		try {
			return FileDigest.of(copy, to);
		}
		finally {
			written.countDown();
			forcing.end();
		}
	}

	private void begin() throws IOException {
		ByteBuffer header = ByteBuffer.allocate(JOURNAL);
		// No pages in the journal, and none in the database.
		header.putLong(MAGIC).putInt(0).putInt(0).putInt(0).putInt(SECTOR).putInt(PAGE).rewind();
		try (FileChannel channel = FileChannel.open(this.journal, StandardOpenOption.WRITE, StandardOpenOption.CREATE,
				StandardOpenOption.TRUNCATE_EXISTING)) {
			while (header.hasRemaining()) {
				channel.write(header);
			}
			channel.force(true);
		}
		forceFolder();
	}

	private void forceFolder() throws IOException {
		try (FileChannel folder = FileChannel.open(this.file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
			folder.force(true);
		}
	}

}
