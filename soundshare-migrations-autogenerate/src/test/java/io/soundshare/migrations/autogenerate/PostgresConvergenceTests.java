package io.soundshare.migrations.autogenerate;

import java.nio.file.Path;

import io.soundshare.migrations.autogenerate.model.Product;

class PostgresConvergenceTests extends ConvergenceContractTests {

	@Override
	Product product() {
		return Product.POSTGRESQL;
	}

	@Override
	Project project(Path folder) throws Exception {
		return new Project(folder, TestShadows.database(product()), product(), TestShadows.of(product()));
	}

}
