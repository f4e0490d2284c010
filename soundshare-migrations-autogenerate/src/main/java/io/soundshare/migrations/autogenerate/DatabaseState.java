package io.soundshare.migrations.autogenerate;

import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.model.MigrationStatus;

/**
 * State of the application's own database, before anything is read from it.
 *
 * @param status its history beside the changelog
 */
record DatabaseState(MigrationStatus status) {

	void requireUpToDate() {
		if (!this.status.pending().isEmpty()) {
			throw new AutogenerateException("Target database is not up to date.", this.status.pending().size()
					+ " revision(s) are pending: run --migrate=upgrade, or leave " + "--migrate.against=database out.",
					null);
		}
		requireThere("Correct spring.datasource.url, or run --migrate=upgrade first.");
	}

	void requireNoHistory() {
		requireThere("Correct spring.datasource.url: a baseline is of a database that is there.");
		if (this.status.current() != null) {
			throw new AutogenerateException(
					"The database has a history already: " + this.status.history().size() + " revision(s) are applied.",
					"A baseline is the beginning. Go on with --migrate=create or --migrate=check.", null);
		}
		if (!this.status.pending().isEmpty()) {
			throw new AutogenerateException(
					"The changelog has " + this.status.pending().size()
							+ " revision(s) already, none of which is applied to the database.",
					"A baseline is the beginning. If the database has all they make, count them as applied with "
							+ "--migrate=stamp:head; otherwise take them out of the changelog.",
					null);
		}
	}

	/** To look into a file that is not there would be to make it. */
	private void requireThere(String wayOut) {
		if (this.status.database().note() != null) {
			throw new AutogenerateException(
					"The database " + this.status.database().url() + " " + this.status.database().note() + ".", wayOut,
					null);
		}
	}

}
