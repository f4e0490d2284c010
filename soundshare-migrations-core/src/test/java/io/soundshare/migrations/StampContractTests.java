package io.soundshare.migrations;

import java.util.List;

import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.SchemaState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

abstract class StampContractTests extends DatabaseContract {

	@Test
	void writesHistoryAndRunsNothing() {
		Migrations migrations = fiveTables();
		assertThat(names(stamp(migrations, "head"))).containsExactly("one", "two", "three", "four", "five");
		assertThat(this.database.schema()).isEmpty();
		assertThat(this.database.applied()).containsExactly("one", "two", "three", "four", "five");
		assertThat(migrations.status().state()).isEqualTo(SchemaState.UP_TO_DATE);
		assertThat(stamp(migrations, "head").isEmpty()).isTrue();
	}

	@Test
	void writesTheRowsAnUpgradeWouldWrite() {
		Migrations migrations = fiveTables();
		upgrade(migrations, "head");
		List<String> history = this.database.history();
		use(this.database.another());
		stamp(migrations(), "head");
		assertThat(this.database.history()).isEqualTo(history);
	}

	@Test
	void goesUpAndDown() {
		Migrations migrations = fiveTables();
		upgrade(migrations, "head");
		List<String> schema = this.database.schema();
		assertThat(names(stamp(migrations, "two"))).containsExactly("five", "four", "three");
		assertThat(this.database.applied()).containsExactly("one", "two");
		assertThat(names(stamp(migrations, "+1"))).containsExactly("three");
		assertThat(names(stamp(migrations, "-2"))).containsExactly("three", "two");
		assertThat(names(stamp(migrations, "three-1"))).containsExactly("two");
		assertThat(names(stamp(migrations, "base"))).containsExactly("two", "one");
		assertThat(this.database.applied()).isEmpty();
		assertThat(this.database.schema()).isEqualTo(schema);
	}

	@Test
	void forgetsRevisionsThisBuildDoesNotKnowOnTheWayToBase() {
		upgrade(fiveTables(), "head");
		assertThat(names(stamp(migrations(TestChangelog.table("one")), "base"))).hasSize(5);
		assertThat(this.database.applied()).isEmpty();
	}

	@Test
	void refusesDeploymentAndStepsThatGoTooFar() {
		Migrations migrations = fiveTables();
		stamp(migrations, "two");
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> stamp(migrations, "deployment"));
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> stamp(migrations, "+4"))
			.withMessageContaining("3 revisions");
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> stamp(migrations, "-3"))
			.withMessageContaining("2 revisions");
	}

	@Test
	void carriesTheTagOfTagDatabase() {
		this.changelog.file("db/changelog.yaml",
				"""
						databaseChangeLog:
						  - changeSet: {id: one, author: anna, changes: [{createTable: {tableName: a, columns: [{column: {name: id, type: int}}]}}]}
						  - changeSet: {id: release, author: anna, changes: [{tagDatabase: {tag: '1.0'}}]}
						""");
		stamp(builder("db/changelog.yaml").build(), "head");
		assertThat(this.database.rows("SELECT ID, TAG FROM databasechangelog ORDER BY ORDEREXECUTED"))
			.containsExactly("one|null", "release|1.0");
	}

}
