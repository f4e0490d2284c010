package io.soundshare.migrations.engine.fingerprint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The directory of a jar tells whether any file in it is another one.
 */
class PackedJarsTests {

	@TempDir
	Path folder;

	private Path file;

	private PackedJars jars;

	@BeforeEach
	void jar() throws IOException {
		this.file = this.folder.resolve("app.jar");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(this.file))) {
			write(zip, "db/changelog.yaml", "databaseChangeLog: []");
			write(zip, "other.txt", "other");
		}
		this.jars = new PackedJars(List.of(this.file));
	}

	private static void write(ZipOutputStream zip, String name, String text) throws IOException {
		zip.putNextEntry(new ZipEntry(name).setLastModifiedTime(FileTime.fromMillis(0)));
		zip.write(text.getBytes(StandardCharsets.UTF_8));
		zip.closeEntry();
	}

	@Test
	void isTheSameForTheSameFiles() throws IOException {
		String digest = this.jars.digest();
		Path copy = Files.copy(this.file, this.folder.resolve("copy.jar"));
		assertThat(new PackedJars(List.of(copy)).digest()).isEqualTo(digest).hasSize(64);
	}

	@Test
	void isAnotherOneWhenAFileIsReplacedByOneOfItsSizeAndTime() throws IOException {
		String digest = this.jars.digest();
		try (FileSystem zip = FileSystems.newFileSystem(this.file)) {
			Path entry = zip.getPath("db/changelog.yaml");
			FileTime time = Files.getLastModifiedTime(entry);
			Files.writeString(entry, "databaseChangeLog: {}");
			Files.setLastModifiedTime(entry, time);
		}
		assertThat(this.jars.digest()).isNotEqualTo(digest);
	}

	@Test
	void isAnotherOneWhenAFileIsAddedOrGone() throws IOException {
		String digest = this.jars.digest();
		try (FileSystem zip = FileSystems.newFileSystem(this.file)) {
			Files.writeString(zip.getPath("db/new.yaml"), "");
		}
		String added = this.jars.digest();
		try (FileSystem zip = FileSystems.newFileSystem(this.file)) {
			Files.delete(zip.getPath("db/new.yaml"));
			Files.delete(zip.getPath("db/changelog.yaml"));
		}
		assertThat(this.jars.digest()).isNotEqualTo(added).isNotEqualTo(digest);
		assertThat(added).isNotEqualTo(digest);
	}

	@Test
	void readsAJarThatBeginsWithAScript() throws IOException {
		Path script = this.folder.resolve("app");
		try (OutputStream stream = Files.newOutputStream(script)) {
			stream.write("#!/bin/sh\nexec java -jar \"$0\"\n".getBytes(StandardCharsets.UTF_8));
			Files.copy(this.file, stream);
		}
		assertThat(new PackedJars(List.of(script)).digest()).hasSize(64);
	}

	@Test
	void leavesAloneWhatIsNoJar() throws IOException {
		Path text = Files.writeString(this.folder.resolve("app.txt"), "text");
		assertThat(new PackedJars(List.of(this.file, text)).digest()).isNull();
	}

	@Test
	void knowsWhatIsInIt() {
		String file = this.file.toUri().getRawPath();
		assertThat(this.jars.hold("jar:nested:" + file + "/!BOOT-INF/classes/!/db/changelog.yaml")).isTrue();
		assertThat(this.jars.hold("jar:" + this.file.toUri() + "!/db/changelog.yaml")).isTrue();
		assertThat(this.jars.hold("jar:" + this.folder.resolve("b.jar").toUri() + "!/db/changelog.yaml")).isFalse();
		assertThat(this.jars.hold(this.folder.toUri() + "db/changelog.yaml")).isFalse();
	}

	@Test
	void findsNoneWhereThereAreFolders() throws IOException {
		assertThat(PackedJars.of(getClass().getClassLoader())).isNull();
	}

}
