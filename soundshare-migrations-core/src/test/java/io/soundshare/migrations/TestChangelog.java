package io.soundshare.migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;

/**
 * Changelog files in a folder of their own.
 *
 * @param folder the folder
 */
public record TestChangelog(Path folder) {

	/** Write a file of the changelog. */
	public TestChangelog file(String name, String content) {
		try {
			Path file = this.folder.resolve(name);
			Files.createDirectories(file.getParent());
			Files.writeString(file, content);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Write formatted SQL, without its first line. */
	public TestChangelog sql(String name, String... changeSets) {
		return file(name, "--liquibase formatted sql\n\n" + String.join("\n", changeSets));
	}

	/** A change set of formatted SQL that creates a table, with rollback. */
	public static String table(String id) {
		return """
				--changeset anna:%1$s
				--comment: Table %1$s
				CREATE TABLE t_%1$s (id INT PRIMARY KEY);
				--rollback DROP TABLE t_%1$s;
				""".formatted(id);
	}

	public ResourceAccessor resources() {
		try {
			return new DirectoryResourceAccessor(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public MigrationsBuilder migrations(TestDatabase database, String root) {
		return migrations(database.dataSource(), root);
	}

	public MigrationsBuilder migrations(DataSource dataSource, String root) {
		return Migrations.builder(dataSource, root).resources(resources());
	}

}
