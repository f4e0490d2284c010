package io.soundshare.migrations.engine.copy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

import org.jspecify.annotations.Nullable;

/**
 * What tells the bytes of a file from those it has when a disk or a network has changed
 * them. Nobody is kept from changing both a file and its digest.
 *
 * @param header of the first bytes, as many as SQLite's header has
 * @param rest of all others
 */
public record FileDigest(long header, long rest) {

	/** Bytes of the header of an SQLite database (fileformat2.html). */
	static final int HEADER = 100;

	/** What is said of a file that has another one, without an end. */
	public static final String CHANGED = "its bytes are not those it was written with";

	private static final int BLOCK = 1 << 20;

	private static final Pattern TEXT = Pattern.compile("[0-9a-f]{16}");

	/** Read a file. */
	public static FileDigest of(Path file) throws IOException {
		return of(file, null);
	}

	/**
	 * Read a file, and write what is read.
	 * @param into where it is written; {@code null} for nowhere
	 */
	static FileDigest of(Path file, @Nullable FileChannel into) throws IOException {
		CRC32C header = new CRC32C();
		CRC32C rest = new CRC32C();
		ByteBuffer block = ByteBuffer.allocateDirect(BLOCK).limit(HEADER);
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			CRC32C part = header;
			while (channel.read(block) >= 0) {
				if (block.hasRemaining()) {
					continue;
				}
				add(part, block, into);
				part = rest;
			}
			add(part, block, into);
		}
		return new FileDigest(header.getValue(), rest.getValue());
	}

	private static void add(CRC32C part, ByteBuffer block, @Nullable FileChannel into) throws IOException {
		part.update(block.flip());
		block.rewind();
		while (into != null && block.hasRemaining()) {
			into.write(block);
		}
		block.clear();
	}

	/** Read what a digest is as text; {@code null} if it is none. */
	public static @Nullable FileDigest parse(String text) {
		return TEXT.matcher(text).matches()
				? new FileDigest(Long.parseLong(text.substring(0, 8), 16), Long.parseLong(text.substring(8), 16))
				: null;
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%08x%08x", this.header, this.rest);
	}

}
