package io.soundshare.migrations.compatibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * An application that was built outside of this build, and the jars that it is made of.
 *
 * @param jar the packaged application
 * @param libraries the jars in it, unpacked
 */
record BuiltApplication(Path jar, List<Path> libraries) {

	private static final Path ALL = Path.of("target/it").toAbsolutePath();

	static Stream<BuiltApplication> all() {
		try (Stream<Path> built = Files.list(ALL)) {
			return built.sorted()
				.map((directory) -> directory.resolve("application/target/songs.jar"))
				.filter(Files::isRegularFile)
				.map(BuiltApplication::unpack)
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static BuiltApplication unpack(Path jar) {
		Path directory = jar.resolveSibling("libraries");
		try (JarFile file = new JarFile(jar.toFile())) {
			Files.createDirectories(directory);
			List<Path> libraries = file.stream()
				.filter((entry) -> entry.getName().startsWith("BOOT-INF/lib/") && !entry.isDirectory())
				.map((entry) -> copy(file, entry, directory))
				.toList();
			return new BuiltApplication(jar, libraries);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path copy(JarFile file, ZipEntry entry, Path directory) {
		Path target = directory.resolve(Path.of(entry.getName()).getFileName());
		try (InputStream content = file.getInputStream(entry)) {
			Files.write(target, content.readAllBytes());
			return target;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<Path> ours() {
		return this.libraries.stream().filter(BuiltApplication::isOurs).toList();
	}

	List<Path> others() {
		return this.libraries.stream().filter((jar) -> !isOurs(jar)).toList();
	}

	private static boolean isOurs(Path jar) {
		return jar.getFileName().toString().startsWith("soundshare-migrations-");
	}

	/** The version of a library, as its jar says. */
	String version(String library) {
		return this.libraries.stream()
			.map((jar) -> jar.getFileName().toString())
			.filter((name) -> name.matches(library + "-\\d.*"))
			.map((name) -> name.substring(library.length() + 1, name.length() - ".jar".length()))
			.findFirst()
			.orElseThrow();
	}

	@Override
	public String toString() {
		return "Spring Boot " + version("spring-boot") + ", Liquibase " + version("liquibase-core");
	}

}
