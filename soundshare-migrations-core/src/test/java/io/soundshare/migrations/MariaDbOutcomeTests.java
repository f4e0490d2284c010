package io.soundshare.migrations;

import java.nio.file.Path;

import io.soundshare.migrations.model.RevisionFailedException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("server")
class MariaDbOutcomeTests extends OutcomeContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new MariaDbTestDatabase();
	}

	@Test
	void namesWhatIsDoneAndStaysWhenARevisionFailsHalfWay() {
		this.changelog.file("db/half.yaml", """
				databaseChangeLog:
				  - changeSet:
				      id: half
				      author: anna
				      changes:
				        - createTable: {tableName: t_half, columns: [{column: {name: id, type: int}}]}
				        - addColumn: {tableName: t_half, columns: [{column: {name: name, type: varchar(10)}}]}
				        - dropTable: {tableName: nowhere}
				""");
		Migrations migrations = builder("db/half.yaml").build();
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> upgrade(migrations, "head"))
			.withMessageContaining("Done before, and still there: 2 of 3 changes (createTable tableName=t_half;"
					+ " addColumn tableName=t_half).");
		assertThat(migrations.journal().get(0).message()).contains("2 of 3 changes");
	}

}
