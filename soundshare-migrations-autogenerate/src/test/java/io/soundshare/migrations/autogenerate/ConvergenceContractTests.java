package io.soundshare.migrations.autogenerate;

import java.nio.file.Path;
import java.util.List;

import io.soundshare.migrations.autogenerate.comparison.Comparison;
import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.diff.Comparer;
import io.soundshare.migrations.autogenerate.entity.EntityModel;
import io.soundshare.migrations.autogenerate.entity.Feature;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.models.clinic.ClinicModel;
import io.soundshare.migrations.autogenerate.models.shop.ShopModel;
import io.soundshare.migrations.autogenerate.models.tracker.TrackerModel;
import io.soundshare.migrations.autogenerate.render.DifferenceText;
import io.soundshare.migrations.autogenerate.sqlite.SupportedSqlite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Every mapping: create, upgrade, and nothing is missing; downgrade, and nothing is left.
 */
abstract class ConvergenceContractTests {

	@TempDir
	Path folder;

	abstract SupportedProduct product();

	abstract Project project(Path folder) throws Exception;

	@ParameterizedTest
	@EnumSource(Feature.class)
	void agreesAfterOneRevision(Feature feature) throws Exception {
		assumeThat(product() == SupportedSqlite.INSTANCE && feature == Feature.ARRAYS).as("SQLite has no arrays")
			.isFalse();
		agreesAfterOneRevision(feature::boot);
	}

	@Test
	void agreesAfterOneRevisionOfAStore() throws Exception {
		agreesAfterOneRevision((empty) -> TestEntities.boot(empty, ShopModel.CLASSES.toArray(Class<?>[]::new)));
	}

	@Test
	void agreesAfterOneRevisionOfAHospital() throws Exception {
		agreesAfterOneRevision((empty) -> TestEntities.boot(empty, ClinicModel.CLASSES.toArray(Class<?>[]::new)));
	}

	@Test
	void agreesAfterOneRevisionOfAnIssueTracker() throws Exception {
		agreesAfterOneRevision((empty) -> TestEntities.boot(empty, TrackerModel.CLASSES.toArray(Class<?>[]::new)));
	}

	void agreesAfterOneRevision(EntityModel entities) throws Exception {
		Project project = project(this.folder);
		Comparison missing = project.check(entities);
		assertThat(missing.problem()).isNull();
		String file = project.create(missing);
		project.upgrade();
		assertThat(project.check(entities).text()).as(file).isEmpty();
		project.downgrade();
		assertThat(project.schema()).as(file).isEqualTo(Schema.EMPTY);
		assertThat(Comparer.strictly(project.schema(), Schema.EMPTY, product())).map(DifferenceText::of)
			.isEqualTo(List.of());
	}

}
