package io.soundshare.migrations.autogenerate.random;

import java.nio.file.Path;
import java.util.function.Consumer;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.models.AnnotatedClasses;
import io.soundshare.migrations.autogenerate.models.ModelDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Models that are made up: Hibernate can make something of each.
 */
@Tag("random")
class EvolvingModelTests {

	@TempDir
	Path folder;

	@Test
	void givesTheSameModelsForTheSameSeed() {
		assertThat(EvolvingModel.seeded(7).next().next().describe())
			.isEqualTo(EvolvingModel.seeded(7).next().next().describe())
			.isNotEqualTo(EvolvingModel.seeded(7).next().describe())
			.isNotEqualTo(EvolvingModel.seeded(8).next().next().describe());
	}

	@Test
	void isMappedOnSqlite() {
		DataSource database = ModelDatabase.SQLITE.open(this.folder);
		steps(0, 40, (model) -> AnnotatedClasses.plain(model.classes()).map(database));
	}

	@Test
	void bootsOnSqlite() {
		DataSource database = ModelDatabase.SQLITE.open(this.folder);
		steps(200, 208, (model) -> boot(model, database, "none"));
	}

	@Test
	void isCreatedOnPostgresql() {
		DataSource database = ModelDatabase.POSTGRESQL.open(this.folder);
		steps(220, 224, (model) -> boot(model, database, "create-drop"));
	}

	private static void steps(long from, long to, Consumer<EvolvingModel> act) {
		for (long seed = from; seed < to; seed++) {
			EvolvingModel model = EvolvingModel.seeded(seed);
			for (int step = 0; step <= 5; step++) {
				try {
					act.accept(model);
				}
				catch (RuntimeException ex) {
					throw new AssertionError(model.describe(), ex);
				}
				model = model.next();
			}
		}
	}

	private static void boot(EvolvingModel model, DataSource database, String action) {
		AnnotatedClasses.plain(model.classes())
			.with("hibernate.hbm2ddl.auto", action)
			.with("hibernate.hbm2ddl.halt_on_error", true)
			.boot(database)
			.sessionFactory()
			.close();
	}

}
