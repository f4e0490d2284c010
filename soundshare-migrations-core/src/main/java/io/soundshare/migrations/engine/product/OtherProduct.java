package io.soundshare.migrations.engine.product;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * Any other database.
 */
final class OtherProduct extends DatabaseProduct {

	OtherProduct(Database database) {
		super(database);
	}

	/** The refusal of a product that no URL told, by codes that only it has. */
	@Override
	public @Nullable Refusal refusal(SQLException failure) {
		return Stream
			.of(SqliteProduct.ownRefusal(failure), PostgresProduct.ownRefusal(failure), H2Product.ownRefusal(failure))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseGet(() -> super.refusal(failure));
	}

}
