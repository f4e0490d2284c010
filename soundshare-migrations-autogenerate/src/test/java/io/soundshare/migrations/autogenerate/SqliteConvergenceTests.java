package io.soundshare.migrations.autogenerate;

import java.nio.file.Path;

import io.soundshare.migrations.autogenerate.model.Product;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class SqliteConvergenceTests extends ConvergenceContractTests {

	@Override
	Product product() {
		return Product.SQLITE;
	}

	@Override
	Project project(Path folder) throws Exception {
		return new Project(folder, TestShadows.database(product()), product(), TestShadows.of(product()));
	}

}
