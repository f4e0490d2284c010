package io.soundshare.migrations.engine.fingerprint;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

import org.jspecify.annotations.Nullable;

/**
 * The jars that hold everything an application is made of: one with others in it, or one
 * and those it names. The directory of a jar has the size and the checksum of each file
 * in it: as long as that is the same, so is every file. Reading them costs the same for
 * any number of changelogs, next to nothing.
 *
 * @param files where they are, in the order of the class path
 */
record PackedJars(List<Path> files) {

	private static final String NESTED = "jar:nested:";

	private static final int END_SIZE = 22;

	private static final int END_SIGNATURE = 0x06054b50;

	private static final int COMMENT_LIMIT = 0xFFFF;

	/**
	 * Find the jars of a class loader.
	 * @return the jars; {@code null} if not everything is in jars
	 */
	static @Nullable PackedJars of(ClassLoader loader) throws IOException {
		Set<Path> files = new LinkedHashSet<>();
		for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
			Path file = Path.of(entry).toAbsolutePath().normalize();
			if (!Files.isRegularFile(file)) {
				return null;
			}
			files.add(file);
		}
		if (loader == ClassLoader.getSystemClassLoader()) {
			return (files.size() > 1 || addNamed(files)) ? new PackedJars(List.copyOf(files)) : null;
		}
		if (loader.getParent() != ClassLoader.getSystemClassLoader() || !(loader instanceof URLClassLoader urls)) {
			return null;
		}
		for (URL url : urls.getURLs()) {
			if (!files.equals(Set.of(outer(url.toString())))) {
				return null;
			}
		}
		return new PackedJars(List.copyOf(files));
	}

	/** Add those that the manifest of a single one names, as an extracted application. */
	private static boolean addNamed(Set<Path> files) throws IOException {
		Path file = files.iterator().next();
		try (JarFile jar = new JarFile(file.toFile())) {
			Manifest manifest = jar.getManifest();
			String names = (manifest != null) ? manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH)
					: null;
			for (String name : ((names != null) ? names : "").split(" ")) {
				Path named = file.resolveSibling(name).normalize();
				if (Files.isDirectory(named) && !name.isEmpty()) {
					return false;
				}
				if (Files.isRegularFile(named)) {
					files.add(named);
				}
			}
		}
		return true;
	}

	/** Whether there is nothing else that the class loader finds resources in. */
	boolean areAll(ClassLoader loader) throws IOException {
		for (URL manifest : Collections.list(loader.getResources(JarFile.MANIFEST_NAME))) {
			if (!manifest.getProtocol().equals("jrt") && !hold(manifest.toString())) {
				return false;
			}
		}
		return true;
	}

	/** Whether a resource is in one of them. */
	boolean hold(String location) {
		return this.files.contains(outer(location));
	}

	/** The file that a URL leads into; nowhere if it is of another kind. */
	private static Path outer(String location) {
		boolean nested = location.startsWith(NESTED);
		int end = nested ? location.indexOf("/!") : location.indexOf("!/");
		if (end < 0 || (!nested && !location.startsWith("jar:file:"))) {
			return Path.of("");
		}
		String file = nested ? "file:" + location.substring(NESTED.length(), end)
				: location.substring("jar:".length(), end);
		return Path.of(URI.create(file)).normalize();
	}

	/**
	 * Digest their directories.
	 * @return the digest; {@code null} if one is of a kind that is not read here
	 */
	@Nullable String digest() throws IOException {
		Digest digest = new Digest();
		for (Path file : this.files) {
			byte[] directory = directory(file);
			if (directory == null) {
				return null;
			}
			digest.add(String.valueOf(Files.size(file))).add(directory);
		}
		return digest.hex();
	}

	private static byte @Nullable [] directory(Path file) throws IOException {
		try (RandomAccessFile jar = new RandomAccessFile(file.toFile(), "r")) {
			int length = (int) Math.min(jar.length(), COMMENT_LIMIT + END_SIZE);
			ByteBuffer tail = ByteBuffer.wrap(read(jar, jar.length() - length, length)).order(ByteOrder.LITTLE_ENDIAN);
			for (int at = length - END_SIZE; at >= 0; at--) {
				if (tail.getInt(at) == END_SIGNATURE) {
					long size = Integer.toUnsignedLong(tail.getInt(at + 12));
					long offset = Integer.toUnsignedLong(tail.getInt(at + 16));
					// Of a larger one the sizes are elsewhere.
					boolean large = offset == 0xFFFFFFFFL || tail.getShort(at + 10) == (short) 0xFFFF;
					return large ? null : read(jar, jar.length() - length + at - size, (int) size);
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
