package io.soundshare.migrations.engine.product;

import liquibase.database.core.DerbyDatabase;

/**
 * Apache Derby.
 */
final class DerbyProduct extends DatabaseProduct {

	private final DerbyDatabase derby;

	DerbyProduct(DerbyDatabase derby) {
		super(derby);
		this.derby = derby;
	}

	/** Or closing this connection would shut down the application's database. */
	@Override
	public void prepare() {
		this.derby.setShutdownEmbeddedDerby(false);
	}

}
