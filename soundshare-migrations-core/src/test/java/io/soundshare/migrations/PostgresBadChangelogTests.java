package io.soundshare.migrations;

import java.nio.file.Path;

import io.soundshare.migrations.model.RevisionFailedException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("server")
class PostgresBadChangelogTests extends BadChangelogContractTests {

	/** One statement a row, together: the driver says which of them. */
	@Test
	void namesTheLineOfARowThatTheDatabaseDoesNotTake() {
		this.changelog.file("db/data/photo.csv", "id,flag\n# first\n1,TRUE\n\n1,FALSE\n").file("db/load.yaml", """
				databaseChangeLog:
				  - changeSet:
				      id: one
				      author: anna
				      changes:
				        - sql: {sql: 'CREATE TABLE photo (id INT PRIMARY KEY, flag BOOLEAN)'}
				  - changeSet:
				      id: two
				      author: anna
				      changes:
				        - loadData: {tableName: photo, file: db/data/photo.csv, usePreparedStatements: true}
				""");
		Migrations migrations = this.changelog.migrations(this.database, "db/load.yaml").build();
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> upgrade(migrations, "head"))
			.withMessageContaining("db/data/photo.csv, line 5");
	}

	@Override
	TestDatabase open(Path folder) {
		return new PostgresTestDatabase();
	}

}
