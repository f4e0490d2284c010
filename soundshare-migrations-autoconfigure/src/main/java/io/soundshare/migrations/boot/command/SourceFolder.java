package io.soundshare.migrations.boot.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.soundshare.migrations.file.LockFile;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.system.ApplicationHome;

/**
 * Folder of the new revision files, and its name inside the application.
 *
 * @param directory the folder of the revision files
 * @param logicalDirectory its path below the class path root
 */
record SourceFolder(Path directory, String logicalDirectory) {

	private static final Path RESOURCES = Path.of("src", "main", "resources");

	private static final String FILE = "file:";

	private static final String VERSIONS = "versions";

	private static final int LEVELS_UP = 4;

	static SourceFolder find(String changelog, @Nullable String directory, @Nullable Class<?> mainClass) {
		String logical = logicalDirectory(changelog);
		if (directory != null) {
			Path path = Path.of(directory).toAbsolutePath().normalize();
			if (Files.exists(path) && !Files.isDirectory(path)) {
				throw new UsageException(directory + " is no directory.", "Give the folder of the revision files.");
			}
			return new SourceFolder(Path.of(directory), inResources(path, logical));
		}
		if (changelog.startsWith(FILE)) {
			Path versions = beside(changelog).resolve(VERSIONS);
			return new SourceFolder(versions, inResources(versions, logical));
		}
		Path resources = resources(mainClass);
		if (resources == null) {
			throw new UsageException(
					"The sources of this application are not here, so there is no place for a new file.",
					"Run it from a checkout, or say where: --migrate.directory=src/main/resources/" + logical);
		}
		return new SourceFolder(resources.resolve(logical), logical);
	}

	/** The folder of the project whose class path has the changelog. */
	static Path project(@Nullable Class<?> mainClass) {
		Path resources = resources(mainClass);
		if (resources == null) {
			throw new UsageException(
					"The sources of this application are not here, so there is no place for " + LockFile.NAME + ".",
					"Run it from a checkout, or say where: --migrate.directory=DIR");
		}
		return resources.resolve(Path.of("..", "..", "..")).normalize();
	}

	private static String logicalDirectory(String changelog) {
		if (changelog.startsWith(FILE)) {
			return beside(changelog).getFileName() + "/" + VERSIONS;
		}
		String path = changelog.replaceFirst("^classpath\\*?:", "").replaceFirst("^/+", "");
		int slash = path.lastIndexOf('/');
		return ((slash < 0) ? "" : path.substring(0, slash + 1)) + VERSIONS;
	}

	/** The folder of a changelog that is a file and not part of the application. */
	private static Path beside(String changelog) {
		Path path = Path.of(changelog.substring(FILE.length()).replaceFirst("^//+", "/")).toAbsolutePath().normalize();
		Path parent = path.getParent();
		return (parent != null) ? parent : path;
	}

	/** A folder below src/main/resources is called as the class path will call it. */
	private static String inResources(Path directory, String otherwise) {
		for (Path path = directory; path != null; path = path.getParent()) {
			if (path.endsWith(RESOURCES)) {
				return path.relativize(directory).toString().replace(File.separatorChar, '/');
			}
		}
		return otherwise;
	}

	/**
	 * From the classes folder, or the jar in the build folder, up to the project's
	 * folder.
	 */
	private static @Nullable Path resources(@Nullable Class<?> mainClass) {
		ApplicationHome home = new ApplicationHome(mainClass);
		File source = home.getSource();
		Path path = (source != null) ? source.toPath().toAbsolutePath().getParent() : null;
		for (int level = 0; path != null && level < LEVELS_UP; level++) {
			if (Files.isDirectory(path.resolve(RESOURCES)) && isProject(path)) {
				return path.resolve(RESOURCES);
			}
			path = path.getParent();
		}
		return null;
	}

	private static boolean isProject(Path path) {
		return Stream.of("pom.xml", "build.gradle", "build.gradle.kts").map(path::resolve).anyMatch(Files::exists);
	}

}
