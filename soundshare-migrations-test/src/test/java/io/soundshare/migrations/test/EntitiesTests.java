package io.soundshare.migrations.test;

import java.nio.file.Path;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Entities that do, and do not, match the changelog.
 */
@Tag("slow")
class EntitiesTests {

	private static final String[] OTHERS = { "songs", "ratings", "tags" };

	@TempDir
	Path directory;

	private Outcome outcome(Sample sample, Class<?>... entities) {
		return Outcome.of(
				sample.in(this.directory, Servers.sqlite(this.directory))
					.entities(MappedClasses.of(entities).with("hibernate.show_sql", "false"), OTHERS),
				MigrationCheck.ENTITIES);
	}

	@Test
	void matchTheCleanChangelog() {
		Outcome outcome = outcome(Sample.clean(), Artist.class);
		assertThat(outcome.failed()).isEmpty();
		assertThat(outcome.passed()).isOne();
	}

	@Test
	void areMissedWithoutATable() {
		assertThat(outcome(Sample.clean(), Artist.class, Label.class).failed().values()).singleElement()
			.asString()
			.contains("+ table", "--migrate=create:MESSAGE");
	}

	@Test
	void areMissedWithoutAColumn() {
		Sample sample = Sample.clean();
		sample.replace("01", "        - column: {name: born, type: int}\n", "");
		sample.replace("03", ", born", "");
		sample.replace("03", ", 1933", "");
		sample.replace("03", ", 1926", "");
		assertThat(outcome(sample, Artist.class).failed().values()).singleElement().asString().contains("artists.born");
	}

	@Test
	void areMissedWithAShorterType() {
		Sample sample = Sample.clean();
		sample.replace("01", "varchar(100)", "varchar(90)");
		assertThat(outcome(sample, Artist.class).failed().values()).singleElement().asString().contains("artists.name");
	}

	/**
	 * An entity without a table.
	 */
	@Entity
	static class Label {

		@Id
		Long id;

	}

}
