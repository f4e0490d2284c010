package io.soundshare.migrations.autogenerate;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

import io.soundshare.migrations.autogenerate.answer.Answers;
import io.soundshare.migrations.autogenerate.answer.Interview;
import io.soundshare.migrations.autogenerate.comparison.Comparison;
import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.entity.EntityModel;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.models.AnnotatedClasses;
import io.soundshare.migrations.autogenerate.random.EvolvingModel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random entities that change step by step. With each step: create, upgrade, and nothing
 * is missing; downgrade, and the schema is the one before. {@code -Devolution.seed=N}
 * repeats one sequence.
 */
abstract class EvolutionContractTests {

	private static final int STEPS = 4;

	@TempDir
	Path folder;

	abstract SupportedProduct product();

	static LongStream seeds(String property, long otherwise) {
		Long seed = Long.getLong("evolution.seed");
		return (seed != null) ? LongStream.of(seed) : LongStream.range(0, Long.getLong(property, otherwise));
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void agreesAfterEachStep(long seed) throws Exception {
		Project project = new Project(this.folder, TestShadows.database(product()), product(),
				TestShadows.of(product()));
		EvolvingModel model = EvolvingModel.seeded(seed);
		int changed = 0;
		for (int step = 0; step <= STEPS; step++) {
			if (agrees(project, model, "-Devolution.seed=" + seed + ", step " + step + "\n" + model.describe())) {
				changed++;
			}
			model = model.next();
		}
		assertThat(changed).as("steps that changed something, -Devolution.seed=" + seed).isGreaterThan(STEPS / 2);
	}

	/** Whether there was anything to do. */
	private boolean agrees(Project project, EvolvingModel model, String description) throws Exception {
		EntityModel entities = AnnotatedClasses.plain(model.classes());
		Schema before = project.schema();
		Comparison missing = project.compare(entities, new Answers(model.renames(), List.of(), Interview.NOBODY));
		if (missing.isEmpty()) {
			return false;
		}
		String about = description + "\n" + missing.text();
		assertThat(missing.problem()).as(about).isNull();
		String file = about + "\n" + project.create(missing);
		project.upgrade();
		assertThat(project.check(entities).text()).as(file).isEmpty();
		project.downgrade();
		assertThat(project.lost(before, file)).as(file).isEmpty();
		project.upgrade();
		return true;
	}

}
