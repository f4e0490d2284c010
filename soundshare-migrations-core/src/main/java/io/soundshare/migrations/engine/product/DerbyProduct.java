package io.soundshare.migrations.engine.product;

import java.sql.SQLException;

import liquibase.database.core.DerbyDatabase;
import org.jspecify.annotations.Nullable;

/**
 * Apache Derby.
 */
final class DerbyProduct extends DatabaseProduct {

	private final DerbyDatabase derby;

	DerbyProduct(DerbyDatabase derby) {
		super(derby);
		this.derby = derby;
	}

	@Override
	public @Nullable Refusal refusal(SQLException failure) {
		return "XJ004".equals(failure.getSQLState()) ? Refusal.NO_DATABASE : super.refusal(failure);
	}

	/** Or closing this connection would shut down the application's database. */
	@Override
	public void prepare() {
		this.derby.setShutdownEmbeddedDerby(false);
	}

}
