package io.soundshare.migrations.engine.fingerprint;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

import org.jspecify.annotations.Nullable;

/**
 * The jar that holds everything an application is made of. Its directory has the size and
 * the checksum of each file in it: as long as that is the same, so is every file. Reading
 * it costs the same for any number of changelogs, next to nothing.
 *
 * @param file where it is
 */
record PackedJar(Path file) {

	private static final String NESTED = "jar:nested:";

	private static final int END_SIZE = 22;

	private static final int END_SIGNATURE = 0x06054b50;

	private static final int COMMENT_LIMIT = 0xFFFF;

	/**
	 * Find the jar of a class loader.
	 * @return the jar; {@code null} if not everything is in one
	 */
	static @Nullable PackedJar of(ClassLoader loader) {
		String classPath = System.getProperty("java.class.path", "");
		if (classPath.isEmpty() || classPath.contains(File.pathSeparator) || !new File(classPath).isFile()) {
			return null;
		}
		Path file = Path.of(classPath).toAbsolutePath().normalize();
		if (loader == ClassLoader.getSystemClassLoader()) {
			return isAlone(file) ? new PackedJar(file) : null;
		}
		if (loader.getParent() != ClassLoader.getSystemClassLoader() || !(loader instanceof URLClassLoader urls)) {
			return null;
		}
		for (URL url : urls.getURLs()) {
			if (!file.equals(outer(url.toString()))) {
				return null;
			}
		}
		return new PackedJar(file);
	}

	/** Whether a resource is in it. */
	boolean holds(String location) {
		return this.file.equals(outer(location)) || location.startsWith("jar:" + this.file.toUri() + "!/");
	}

	private static @Nullable Path outer(String location) {
		int end = location.indexOf("/!");
		if (!location.startsWith(NESTED) || end < 0) {
			return null;
		}
		return Path.of(URI.create("file:" + location.substring(NESTED.length(), end))).normalize();
	}

	/** Whether its manifest names no other jars. */
	private static boolean isAlone(Path file) {
		try (JarFile jar = new JarFile(file.toFile())) {
			Manifest manifest = jar.getManifest();
			return manifest == null || manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH) == null;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Digest its directory.
	 * @return the digest; {@code null} if it is of a kind that is not read here
	 */
	@Nullable String digest() throws IOException {
		try (RandomAccessFile jar = new RandomAccessFile(this.file.toFile(), "r")) {
			int length = (int) Math.min(jar.length(), COMMENT_LIMIT + END_SIZE);
			ByteBuffer tail = ByteBuffer.wrap(read(jar, jar.length() - length, length)).order(ByteOrder.LITTLE_ENDIAN);
			for (int at = length - END_SIZE; at >= 0; at--) {
				if (tail.getInt(at) == END_SIGNATURE) {
					long size = Integer.toUnsignedLong(tail.getInt(at + 12));
					long offset = Integer.toUnsignedLong(tail.getInt(at + 16));
					// Of a larger one the sizes are elsewhere.
					boolean large = offset == 0xFFFFFFFFL || tail.getShort(at + 10) == (short) 0xFFFF;
					return large ? null
							: new Digest().add(String.valueOf(jar.length()))
								.add(read(jar, jar.length() - length + at - size, (int) size))
								.hex();
				}
			}
		}
		return null;
	}

	private static byte[] read(RandomAccessFile jar, long offset, int length) throws IOException {
		byte[] bytes = new byte[length];
		jar.seek(offset);
		jar.readFully(bytes);
		return bytes;
	}

}
