package io.soundshare.migrations.autogenerate;

import java.nio.file.Path;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.entity.features.Types;
import io.soundshare.migrations.autogenerate.postgres.SupportedPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class PostgresConvergenceTests extends ConvergenceContractTests {

	@Test
	void agreesAfterOneRevisionOfNamedTypes() throws Exception {
		agreesAfterOneRevision((empty) -> TestEntities.boot(empty, Types.Named.class, Types.Located.class));
	}

	@Test
	void agreesAfterOneRevisionOfBitsWithDefaults() throws Exception {
		agreesAfterOneRevision((empty) -> TestEntities.boot(empty, Types.Flagged.class));
	}

	@Override
	SupportedProduct product() {
		return SupportedPostgres.INSTANCE;
	}

	@Override
	Project project(Path folder) throws Exception {
		return new Project(folder, TestShadows.database(product()), product(), TestShadows.of(product()));
	}

}
