package io.soundshare.migrations.autogenerate;

import java.util.List;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.autogenerate.database.ShadowDatabases;

/**
 * Compares what the entities want, what the changelog gives and what the database holds.
 * The application's database is read only, and only if asked for; what is to be tried out
 * is tried out in databases to throw away.
 * <p>
 * All methods throw a {@link io.soundshare.migrations.MigrationException} with a message
 * for people.
 */
public final class Autogenerate {

	private final Migrations migrations;

	private final ShadowDatabases shadows;

	private final TableFilter filter;

	private Autogenerate(Migrations migrations, ShadowDatabases shadows, TableFilter filter) {
		this.migrations = migrations;
		this.shadows = shadows;
		this.filter = filter;
	}

	/**
	 * Describe what is compared.
	 * @param migrations the changelog, and the database it is for
	 * @param shadows makes databases to throw away
	 * @param include patterns of the tables to compare, with {@code *} and {@code ?};
	 * empty for all
	 * @param exclude patterns of the tables to leave alone
	 * @return the comparison to be made
	 */
	public static Autogenerate of(Migrations migrations, ShadowDatabases shadows, List<String> include,
			List<String> exclude) {
		return new Autogenerate(migrations, shadows, new TableFilter(include, exclude));
	}

	/**
	 * Find what is missing for the entities.
	 * @param entities the entities
	 * @param against what they are compared with
	 * @param answers what the entities do not tell
	 * @return what the changelog or the database lacks
	 */
	public Comparison entities(EntityModel entities, Against against, Answers answers) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Find what somebody has changed by hand: what makes the database at hand of the
	 * schema the changelog gives up to where the database stands.
	 * @return what the changelog does not know
	 */
	public Comparison drift() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Find what a first revision has to make, for a database that has no history yet.
	 * @return what makes the database at hand of an empty one
	 */
	public Comparison baseline() {
		throw new UnsupportedOperationException();
	}

}
