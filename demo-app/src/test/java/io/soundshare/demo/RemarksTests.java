package io.soundshare.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.model.Target;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Remarks where there are none.
 */
@Tag("slow")
class RemarksTests {

	@TempDir
	Path folder;

	@Test
	void keepNoDowngradeOnSqliteFromRunning() throws IOException {
		Files.writeString(this.folder.resolve("root.yaml"), """
				databaseChangeLog:
				  - changeSet:
				      id: one
				      author: anna
				      changes:
				        - createTable: {tableName: songs, columns: [{column: {name: id, type: int}}]}
				        - setTableRemarks: {tableName: songs, remarks: Table}
				        - setColumnRemarks: {tableName: songs, columnName: id, remarks: Column}
				""");
		Migrations migrations = Migrations
			.builder(new DriverManagerDataSource("jdbc:sqlite:" + this.folder.resolve("app.db")), "root.yaml")
			.resources(new DirectoryResourceAccessor(this.folder))
			.build();
		assertThat(migrations.upgrade().revisions()).hasSize(1);
		assertThat(migrations.downgrade(Target.BASE).revisions()).hasSize(1);
	}

}
