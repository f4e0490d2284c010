package io.soundshare.migrations.engine.mutex;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The file a {@link FileMutex} locks. Its first line is its holder's name, the second the
 * id of the last holder that had the row too; both stay when the holder is gone.
 * Everybody who may write to the directory can put something else in its place: so it is
 * a regular file, no link is followed, and what somebody else has written is left as it
 * is.
 *
 * @param key the same for all names of one file
 * @param channel the open file
 */
record LockFile(Object key, FileChannel channel) implements AutoCloseable {

	private static final int LONGEST_TEXT = 4096;

	private static final int TRIES = 100;

	/** Nothing, what a disk that lost its power made of it, or a holder. */
	private static final Pattern OURS = Pattern.compile("\\x00*|[^\\n]* pid \\d+.*", Pattern.DOTALL);

	/** Open it for who wants to have it; make it, if it is not there. */
	static LockFile open(Path file) throws IOException {
		LockFile opened = openOrMake(file);
		if (!OURS.matcher(opened.text()).matches()) {
			opened.close();
			throw new IOException("there is something else in it");
		}
		return opened;
	}

	/** Somebody who tidies up may delete it again and again. */
	private static LockFile openOrMake(Path file) throws IOException {
		for (int i = 1;; i++) {
			try {
				Files.createFile(file);
			}
			catch (FileAlreadyExistsException ex) {
				// As it mostly is.
			}
			try {
				return open(file, attributes(file), StandardOpenOption.READ, StandardOpenOption.WRITE);
			}
			catch (NoSuchFileException ex) {
				if (i == TRIES) {
					throw ex;
				}
			}
		}
	}

	/** Open it for who wants to look; {@code null} if there is nothing to be seen. */
	static @Nullable LockFile look(Path file) throws IOException {
		try {
			BasicFileAttributes attributes = attributes(file);
			return (attributes.isRegularFile() && Files.isReadable(file))
					? open(file, attributes, StandardOpenOption.READ) : null;
		}
		catch (NoSuchFileException ex) {
			return null;
		}
	}

	/**
	 * Return what tells whether two names are of one file; {@code null} if there is none.
	 */
	static @Nullable Object key(Path file) throws IOException {
		try {
			return key(file, attributes(file));
		}
		catch (NoSuchFileException ex) {
			return null;
		}
	}

	private static Object key(Path file, BasicFileAttributes attributes) {
		Object key = attributes.fileKey();
		return (key != null) ? key : file;
	}

	private static BasicFileAttributes attributes(Path file) throws IOException {
		return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
	}

	private static LockFile open(Path file, BasicFileAttributes attributes, StandardOpenOption... options)
			throws IOException {
		if (!attributes.isRegularFile()) {
			throw new IOException("it is " + (attributes.isSymbolicLink() ? "a symbolic link"
					: attributes.isDirectory() ? "a directory" : "no regular file"));
		}
		Set<OpenOption> all = new HashSet<>(List.of(options));
		all.add(LinkOption.NOFOLLOW_LINKS);
		return new LockFile(key(file, attributes), FileChannel.open(file, all));
	}

	/** Return how its holder wants to be called, or did. */
	String holder() throws IOException {
		return line(0);
	}

	/** The id of the last holder; empty if there was none. */
	String id() throws IOException {
		return line(1);
	}

	/** Write who has it. What is longer is cut afterwards: nobody reads half of it. */
	void write(String holder, String id) throws IOException {
		ByteBuffer text = ByteBuffer.wrap((holder + "\n" + id + "\n").getBytes(StandardCharsets.UTF_8));
		int length = text.remaining();
		this.channel.write(text, 0);
		this.channel.truncate(length);
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

	private String line(int number) throws IOException {
		List<String> lines = text().lines().toList();
		return (number < lines.size()) ? lines.get(number) : "";
	}

	private String text() throws IOException {
		ByteBuffer text = ByteBuffer.allocate(LONGEST_TEXT);
		int length = this.channel.read(text, 0);
		return new String(text.array(), 0, Math.max(0, length), StandardCharsets.UTF_8);
	}

}
