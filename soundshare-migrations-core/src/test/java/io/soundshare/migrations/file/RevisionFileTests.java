package io.soundshare.migrations.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.DatabaseContract;
import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.SqliteTestDatabase;
import io.soundshare.migrations.TestChangelog;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RevisionFileTests {

	private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Asia/Kathmandu"));

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource(RevisionFileFormat.class)
	void isNamedAfterTimeRevisionAndMessage(RevisionFileFormat format) {
		RevisionFile file = create("Add  Ümläute & indexes!", "anna", format);
		assertThat(file.revision()).matches("[0-9a-f]{12}");
		assertThat(file.path())
			.hasFileName("20261122120000_" + file.revision() + "_add_umlaute_indexes." + format.extension());
		assertThat(file.content()).contains("db/changelog/versions/" + file.path().getFileName());
	}

	@Test
	void comesAfterTheNewestFile() throws IOException {
		Files.createFile(this.folder.resolve("20261122130000_abc_later.yaml"));
		Files.createFile(this.folder.resolve("20261122110000_abc_earlier.yaml"));
		Files.createFile(this.folder.resolve("readme.md"));
		assertThat(create("next", "anna", RevisionFileFormat.YAML).path().getFileName().toString())
			.startsWith("20261122130001_");
	}

	@Test
	void rollsOverToTheNextMinute() throws IOException {
		Files.createFile(this.folder.resolve("20261231235959_abc_last.yaml"));
		assertThat(create("next", "anna", RevisionFileFormat.YAML).path().getFileName().toString())
			.startsWith("20270101000000_");
	}

	@Test
	void ignoresNamesThatOnlyLookLikeTimes() throws IOException {
		Files.createFile(this.folder.resolve("99999999999999_abc_odd.yaml"));
		assertThat(create("next", "anna", RevisionFileFormat.YAML).path().getFileName().toString())
			.startsWith("20261122120000_");
	}

	@Test
	void makesFolderButNeverOverwrites() {
		Path nested = this.folder.resolve("a/b");
		RevisionFile file = RevisionFile.empty("x", "anna", RevisionFileFormat.YAML, nested, "db", NOON);
		file.write();
		assertThat(file.path()).exists();
		assertThatExceptionOfType(RevisionFileException.class).isThrownBy(file::write)
			.withMessageContaining("exists already");
	}

	@ParameterizedTest
	@EnumSource(RevisionFileFormat.class)
	void readsAsItIsWritten(RevisionFileFormat format) {
		RevisionFile file = create("Add\u001b[2J \u202eslots\u2028\u009b\r\nDROP", "a\u2066n\nna", format);
		assertThat(file.content()).contains("Add [2J slots DROP", "an na")
			.doesNotContain("\u001b", "\u202e", "\u2028", "\u009b", "\u2066", "\r\nDROP");
		assertThat(file.path().getFileName().toString()).matches("[\\w.]+");
	}

	@Test
	void refusesEmptyMessage() {
		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> create(" \n ", "anna", RevisionFileFormat.YAML))
			.withMessageContaining("A message is missing");
	}

	@Test
	void saysWhyItCannotBeWritten() throws IOException {
		Path file = Files.createFile(this.folder.resolve("file"));
		assertThatExceptionOfType(RevisionFileException.class)
			.isThrownBy(() -> RevisionFile.empty("x", "anna", RevisionFileFormat.YAML, file, "db", NOON).write())
			.withMessageContaining(file.toString());
	}

	@Test
	void keepsLongMessagesOutOfTheName() {
		String message = "a long story ".repeat(100);
		assertThat(create(message, "anna", RevisionFileFormat.YAML).path().getFileName().toString())
			.hasSizeLessThan(100);
		assertThat(create("x".repeat(300), "anna", RevisionFileFormat.SQL).path().getFileName().toString())
			.hasSizeLessThan(100);
	}

	@ParameterizedTest
	@ValueSource(strings = { "it's \"quoted\": a # b -- c", "ümläut 🎵 日本", "100% of ${songs} and %s %1$s",
			"a \\ b \\n c", "<b>&amp;</b> ]]> -->", "--rollback drop", "- dash", "[x]", "{y: z}", "true", "12", "null",
			"@at `tick`", "a--", "--", "*/ x /*", "trailing:", "\t tab\u0001 bell", "!tag &anchor *ref", "two\nlines" })
	void survivesAwkwardMessages(String message) {
		goesUpAndDown(message, "anna");
	}

	@ParameterizedTest
	@ValueSource(strings = { "O'Brien", "Anna \"The DBA\" Müller", "a:b", "a # b", "${user.name}", "100%", "a b:c d",
			"x\\y", "<a@b.c>", "-- x", "true", "12", "🎵", "anna context:test", "a,b", "\"quoted\"" })
	void survivesAwkwardAuthors(String author) {
		goesUpAndDown("message", author);
	}

	private void goesUpAndDown(String message, String author) {
		Path versions = this.folder.resolve("db/changelog/versions");
		TestChangelog changelog = new TestChangelog(this.folder).file("db/master.yaml",
				"databaseChangeLog:\n  - includeAll: {path: db/changelog/versions}\n");
		List<RevisionFile> files = new ArrayList<>();
		for (RevisionFileFormat format : RevisionFileFormat.values()) {
			RevisionFile file = RevisionFile.empty(message, author, format, versions, "db/changelog/versions", NOON);
			file.write();
			files.add(file);
		}
		Migrations migrations = changelog.migrations(new SqliteTestDatabase(this.folder), "db/master.yaml").build();
		List<Revision> pending = migrations.status().pending();
		assertThat(pending).hasSize(files.size());
		for (int i = 0; i < files.size(); i++) {
			RevisionFile file = files.get(i);
			Revision revision = pending.get(i);
			assertThat(revision.id()).isEqualTo(file.revision());
			assertThat(revision.path()).isEqualTo("db/changelog/versions/" + file.path().getFileName());
			assertThat(revision.comment()).isEqualTo(literal(message));
			assertThat(revision.author()).isEqualTo(
					file.path().toString().endsWith(".sql") ? literal(author).replace('"', '\'') : literal(author));
			assertThat(revision.reversible()).isTrue();
		}
		assertThat(DatabaseContract.upgrade(migrations, "head").steps()).hasSameSizeAs(files);
		assertThat(DatabaseContract.downgrade(migrations, "base").steps()).hasSameSizeAs(files);
	}

	/** Liquibase would put a value in the place of a parameter. */
	private static String literal(String text) {
		return text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ").replace("${", "$ {");
	}

	private RevisionFile create(String message, String author, RevisionFileFormat format) {
		return RevisionFile.empty(message, author, format, this.folder, "db/changelog/versions", NOON);
	}

}
