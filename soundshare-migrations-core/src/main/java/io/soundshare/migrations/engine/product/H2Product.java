package io.soundshare.migrations.engine.product;

import java.sql.SQLException;

import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * H2, whose SQLStates are codes of its own.
 */
final class H2Product extends DatabaseProduct {

	H2Product(Database database) {
		super(database);
	}

	@Override
	public @Nullable Refusal refusal(SQLException failure) {
		Refusal own = ownRefusal(failure);
		return (own != null) ? own : super.refusal(failure);
	}

	/** The refusal by an SQLState that no other product has. */
	static @Nullable Refusal ownRefusal(SQLException failure) {
		return switch (failure.getSQLState() + "") {
			case "90013", "90146" -> Refusal.NO_DATABASE;
			case "90020" -> Refusal.IN_USE;
			case "90097" -> Refusal.READ_ONLY;
			default -> null;
		};
	}

}
