package io.soundshare.migrations.engine.product;

import java.sql.SQLException;

import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * Any other database.
 */
final class OtherProduct extends DatabaseProduct {

	OtherProduct(Database database) {
		super(database);
	}

	/** Where no URL tells that it is SQLite, a failure of it does. */
	@Override
	public @Nullable Refusal refusal(SQLException failure) {
		Refusal refusal = SqliteProduct.ownRefusal(failure);
		return (refusal != null) ? refusal : super.refusal(failure);
	}

}
