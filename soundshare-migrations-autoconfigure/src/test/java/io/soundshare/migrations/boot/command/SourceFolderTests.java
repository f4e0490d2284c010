package io.soundshare.migrations.boot.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Where new revision files go.
 */
class SourceFolderTests {

	private static final String CHANGELOG = "classpath:/db/changelog/db.changelog-master.yaml";

	@TempDir
	Path directory;

	@ParameterizedTest
	@CsvSource({ "classpath:/db/changelog/db.changelog-master.yaml, db/changelog/versions",
			"classpath:db/master.xml, db/versions", "classpath*:/db/master.xml, db/versions",
			"db/changelog/master.yaml, db/changelog/versions", "classpath:/master.yaml, versions" })
	void isNamedAfterTheChangelog(String changelog, String logicalDirectory) {
		assertThat(SourceFolder.find(changelog, this.directory.toString(), null).logicalDirectory())
			.isEqualTo(logicalDirectory);
	}

	@ParameterizedTest
	@ValueSource(strings = { "pom.xml", "build.gradle", "build.gradle.kts" })
	void isFoundFromTheClassesFolderOfAProject(String buildFile) throws Exception {
		Path project = project("shop", buildFile);
		SourceFolder folder = find(applicationIn(project.resolve("target/classes")));
		assertThat(folder.directory()).isEqualTo(project.resolve("src/main/resources/db/changelog/versions"));
		assertThat(folder.logicalDirectory()).isEqualTo("db/changelog/versions");
	}

	@Test
	void isFoundFromGradlesClassesFolder() throws Exception {
		Path project = project("shop", "build.gradle");
		assertThat(find(applicationIn(project.resolve("build/classes/java/main"))).directory())
			.isEqualTo(project.resolve("src/main/resources/db/changelog/versions"));
	}

	@Test
	void isThatOfTheModuleAndNotOfTheProjectAround() throws Exception {
		Path project = project("parent", "pom.xml");
		Path module = project("parent/module", "pom.xml");
		assertThat(find(applicationIn(module.resolve("target/classes"))).directory())
			.isEqualTo(module.resolve("src/main/resources/db/changelog/versions"))
			.isNotEqualTo(project.resolve("src/main/resources/db/changelog/versions"));
	}

	@Test
	void isNotFoundFarFromTheSources() throws Exception {
		Class<?> application = applicationIn(this.directory.resolve("opt/app/classes"));
		UsageException refused = catchThrowableOfType(UsageException.class, () -> find(application));
		assertThat(refused.problem())
			.isEqualTo("The sources of this application are not here, so there is no place for a new file.");
		assertThat(refused.wayOut()).isEqualTo(
				"Run it from a checkout, or say where: --migrate.directory=src/main/resources/db/changelog/versions");
	}

	@Test
	void isNotFoundWhereResourcesAreThoseOfNoBuild() throws Exception {
		Files.createDirectories(this.directory.resolve("app/src/main/resources"));
		Class<?> application = applicationIn(this.directory.resolve("app/target/classes"));
		assertThat(catchThrowableOfType(UsageException.class, () -> find(application))).isNotNull();
	}

	@Test
	void isTheGivenDirectoryAndCalledAsTheClassPathWillCallIt() {
		Path versions = this.directory.resolve("src/main/resources/db/other");
		SourceFolder folder = SourceFolder.find(CHANGELOG, versions.toString(), null);
		assertThat(folder.directory()).isEqualTo(versions);
		assertThat(folder.logicalDirectory()).isEqualTo("db/other");
	}

	@Test
	void isCalledAsTheChangelogSaysWhenItLiesElsewhere() {
		SourceFolder folder = SourceFolder.find(CHANGELOG, this.directory.resolve("drafts").toString(), null);
		assertThat(folder.directory()).isEqualTo(this.directory.resolve("drafts"));
		assertThat(folder.logicalDirectory()).isEqualTo("db/changelog/versions");
	}

	@Test
	void mayBeRelativeToTheWorkingDirectory() {
		SourceFolder folder = SourceFolder.find(CHANGELOG, "src/main/resources/x", null);
		assertThat(folder).isEqualTo(new SourceFolder(Path.of("src/main/resources/x"), "x"));
	}

	@Test
	void isNoFile() throws Exception {
		Path file = Files.createFile(this.directory.resolve("file.txt"));
		UsageException refused = catchThrowableOfType(UsageException.class,
				() -> SourceFolder.find(CHANGELOG, file.toString(), null));
		assertThat(refused.problem()).isEqualTo(file + " is no directory.");
	}

	@Test
	void aChangelogInAFileIsItsOwnFolder() throws Exception {
		Path changelog = this.directory.resolve("etc/master.yaml");
		SourceFolder folder = SourceFolder.find("file:" + changelog, null, null);
		assertThat(folder.directory()).isEqualTo(this.directory.resolve("etc/versions"));
	}

	/** Boot tells tests by their stack, and shows them no home. */
	private static SourceFolder find(Class<?> application) throws Exception {
		CompletableFuture<SourceFolder> folder = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				folder.complete(SourceFolder.find(CHANGELOG, null, application));
			}
			catch (UsageException ex) {
				folder.completeExceptionally(ex);
			}
		});
		thread.start();
		try {
			return folder.get();
		}
		catch (ExecutionException ex) {
			throw (UsageException) ex.getCause();
		}
	}

	private Path project(String name, String buildFile) throws IOException {
		Path project = this.directory.toRealPath().resolve(name);
		Files.createDirectories(project.resolve("src/main/resources"));
		Files.createFile(project.resolve(buildFile));
		return project;
	}

	/** A class whose code comes from a folder. */
	@SuppressWarnings("resource")
	private static Class<?> applicationIn(Path classes) throws Exception {
		String name = Golden.class.getName();
		Path file = classes.resolve(name.replace('.', '/') + ".class");
		Files.createDirectories(file.getParent());
		try (InputStream code = Golden.class.getResourceAsStream("Golden.class")) {
			Files.copy(code, file);
		}
		return new URLClassLoader(new URL[] { classes.toUri().toURL() }, null).loadClass(name);
	}

}
