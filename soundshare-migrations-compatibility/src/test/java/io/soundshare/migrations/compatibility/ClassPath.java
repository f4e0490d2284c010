package io.soundshare.migrations.compatibility;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * The classes of some jars and of the JDK, read and not loaded.
 */
final class ClassPath implements Closeable {

	private final Map<String, ClassNode> classes = new HashMap<>();

	private final List<JarFile> jars;

	ClassPath(Collection<Path> jars) {
		this.jars = jars.stream().map(ClassPath::open).toList();
	}

	@Override
	public void close() throws IOException {
		for (JarFile jar : this.jars) {
			jar.close();
		}
	}

	/** All classes of a jar. */
	static List<ClassNode> classesOf(Path jar) {
		try (JarFile file = new JarFile(jar.toFile())) {
			return file.stream().filter((entry) -> entry.getName().endsWith(".class")).map((entry) -> {
				try (InputStream content = file.getInputStream(entry)) {
					return read(content);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A class.
	 * @param name its internal name
	 * @return the class, if there is one
	 */
	Optional<ClassNode> find(String name) {
		return Optional.ofNullable(this.classes.computeIfAbsent(name, this::load));
	}

	/** The superclasses and interfaces of a class, itself first. */
	Stream<ClassNode> ancestry(String name) {
		return find(name).stream()
			.flatMap((type) -> Stream.concat(Stream.of(type),
					Stream.concat(Stream.ofNullable(type.superName), type.interfaces.stream())
						.flatMap(this::ancestry)));
	}

	private ClassNode load(String name) {
		String file = name + ".class";
		try (InputStream content = content(file)) {
			return (content != null) ? read(content) : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private InputStream content(String file) throws IOException {
		for (JarFile jar : this.jars) {
			ZipEntry entry = jar.getEntry(file);
			if (entry != null) {
				return jar.getInputStream(entry);
			}
		}
		return ClassLoader.getPlatformClassLoader().getResourceAsStream(file);
	}

	private static JarFile open(Path jar) {
		try {
			return new JarFile(jar.toFile());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ClassNode read(InputStream content) throws IOException {
		ClassNode type = new ClassNode(Opcodes.ASM9);
		new ClassReader(content).accept(type, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
		return type;
	}

}
