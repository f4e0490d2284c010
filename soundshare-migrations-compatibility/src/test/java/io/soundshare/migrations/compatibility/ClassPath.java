package io.soundshare.migrations.compatibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * The classes of some jars and of the JDK, read and not loaded.
 */
final class ClassPath {

	private final Map<String, ClassNode> classes = new HashMap<>();

	private final Map<String, Path> jars = new HashMap<>();

	ClassPath(Collection<Path> jars) {
		for (Path jar : jars) {
			try (JarFile file = new JarFile(jar.toFile())) {
				file.stream()
					.map(JarEntry::getName)
					.filter((name) -> name.endsWith(".class"))
					.forEach((name) -> this.jars.putIfAbsent(name, jar));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
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
		Path jar = this.jars.get(file);
		try {
			if (jar == null) {
				try (InputStream content = ClassLoader.getPlatformClassLoader().getResourceAsStream(file)) {
					return (content != null) ? read(content) : null;
				}
			}
			try (JarFile opened = new JarFile(jar.toFile());
					InputStream content = opened.getInputStream(opened.getEntry(file))) {
				return read(content);
			}
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
