package io.soundshare.migrations.autogenerate.comparison;

import java.util.function.Function;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.shadow.Shadow;
import io.soundshare.migrations.autogenerate.shadow.ShadowDatabases;

/**
 * Sessions of one changelog, each in a shadow database of its own.
 *
 * @param migrations the changelog, and the database it is for
 * @param databases makes shadow databases
 * @param filter tells the tables to compare
 * @param products finds a product by the name its driver gives it
 */
public record ShadowSessions(Migrations migrations, ShadowDatabases databases, TableFilter filter,
		Function<String, SupportedProduct> products) {

	/**
	 * Open a session.
	 * @return the session, to be closed
	 */
	public ShadowSession open() {
		Shadow shadow = this.databases.open();
		try {
			return new ShadowSession(this, shadow);
		}
		catch (RuntimeException ex) {
			try (shadow) {
				throw ex;
			}
		}
	}

}
