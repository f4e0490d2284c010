package io.soundshare.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.RevisionFailedException;
import io.soundshare.migrations.model.Target;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Where in a CSV file something is wrong, told to whoever upgrades on SQLite.
 */
@Tag("slow")
class CsvPlaceTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', value = {
			"flag,id\\ntrue,1\\nfalse,\"\\n2\"\\nmaybe,3~t.csv, line 5, column flag: 'maybe' is neither true nor false",
			"id,nosuch\\n1,2~t.csv, line 1, column nosuch: ",
			"id,data\\n1,NULL\\n2,none.bin~t.csv, line 3, column data: cannot read none.bin", "id,flag\\n1~t.csv",
			"id,flag\\n1,1\\n1,0~t.csv: [SQLITE_CONSTRAINT" })
	void namesIt(String csv, String place) throws IOException {
		Files.writeString(this.folder.resolve("t.csv"), csv.replace("\\n", "\n"));
		for (String loaded : new String[] { "loadData: {", "loadUpdateData: {primaryKey: id, " }) {
			for (String apart : new String[] { "",
					"  - changeSet:\n      id: two\n      author: anna\n      changes:\n" }) {
				Migrations migrations = migrations(apart + "        - " + loaded + "tableName: t, file: t.csv}\n");
				if (loaded.contains("Update") && place.contains("CONSTRAINT")) {
					continue;
				}
				assertThatExceptionOfType(RevisionFailedException.class).as(loaded + apart)
					.isThrownBy(() -> migrations.upgrade())
					.withMessageContaining(System.lineSeparator() + "  ")
					.withMessageContaining(place);
				if (place.contains(", line") && !place.contains("nosuch")) {
					assertThatExceptionOfType(MigrationException.class).as(loaded + apart)
						.isThrownBy(() -> migrations.script(Operation.UPGRADE, Target.HEAD))
						.withMessageContaining(place);
				}
				Files.deleteIfExists(this.folder.resolve("app.db"));
			}
		}
	}

	private Migrations migrations(String load) throws IOException {
		Files.writeString(this.folder.resolve("root.yaml"), """
				databaseChangeLog:
				  - changeSet:
				      id: one
				      author: anna
				      changes:
				        - createTable:
				            tableName: t
				            columns:
				              - column: {name: id, type: int, constraints: {primaryKey: true}}
				              - column: {name: flag, type: boolean}
				              - column: {name: data, type: blob}
				""" + load);
		return Migrations
			.builder(new DriverManagerDataSource("jdbc:sqlite:" + this.folder.resolve("app.db")), "root.yaml")
			.resources(new DirectoryResourceAccessor(this.folder))
			.build();
	}

}
