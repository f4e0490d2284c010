package io.soundshare.migrations.autogenerate;

import java.nio.file.Path;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.sqlite.SupportedSqlite;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class SqliteConvergenceTests extends ConvergenceContractTests {

	@Override
	SupportedProduct product() {
		return SupportedSqlite.INSTANCE;
	}

	@Override
	Project project(Path folder) throws Exception {
		return new Project(folder, TestShadows.database(product()), product(), TestShadows.of(product()));
	}

}
