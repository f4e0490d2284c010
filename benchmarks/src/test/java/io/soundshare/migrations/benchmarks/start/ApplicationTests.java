package io.soundshare.migrations.benchmarks.start;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.soundshare.migrations.Migrations;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The change sets that starts are measured with are applied.
 */
class ApplicationTests {

	private static final String CHANGELOG = "BOOT-INF/classes/db/changelog/";

	@TempDir
	Path folder;

	@Test
	void hasAsManyChangeSetsAsWereAskedFor() throws Exception {
		Path demo = this.folder.resolve("demo.jar");
		try (OutputStream stream = Files.newOutputStream(demo); ZipOutputStream zip = new ZipOutputStream(stream)) {
			for (String name : new String[] { "BOOT-INF/", "BOOT-INF/classes/", "BOOT-INF/classes/db/", CHANGELOG,
					CHANGELOG + "versions/" }) {
				zip.putNextEntry(new ZipEntry(name));
			}
			zip.putNextEntry(new ZipEntry(CHANGELOG + "root.yaml"));
			zip.write("databaseChangeLog:\n- includeAll: { path: versions }\n".getBytes(StandardCharsets.UTF_8));
		}
		Application application = Application.with(demo, 25, this.folder);
		try (FileSystem zip = FileSystems.newFileSystem(application.jar())) {
			Path sources = this.folder.resolve("sources");
			copy(zip.getPath(CHANGELOG), sources);
			SQLiteDataSource dataSource = new SQLiteDataSource();
			dataSource.setUrl("jdbc:sqlite:" + this.folder.resolve("test.db"));
			assertThat(Migrations.builder(dataSource, "root.yaml")
				.resources(new DirectoryResourceAccessor(sources))
				.build()
				.upgrade()
				.revisions()).hasSize(25);
		}
	}

	private static void copy(Path from, Path to) throws Exception {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.toList()) {
				Path target = to.resolve(from.relativize(file).toString());
				if (Files.isDirectory(file)) {
					Files.createDirectories(target);
				}
				else {
					Files.copy(file, target);
				}
			}
		}
	}

}
