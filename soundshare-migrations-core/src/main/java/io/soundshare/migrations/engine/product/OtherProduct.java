package io.soundshare.migrations.engine.product;

import liquibase.database.Database;

/**
 * Any other database.
 */
final class OtherProduct extends DatabaseProduct {

	OtherProduct(Database database) {
		super(database);
	}

}
