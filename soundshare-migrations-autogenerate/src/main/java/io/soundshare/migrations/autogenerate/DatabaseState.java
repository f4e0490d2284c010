package io.soundshare.migrations.autogenerate;

import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Remedy.Kind;
import io.soundshare.migrations.model.Wording;

/**
 * State of the application's own database, before anything is read from it.
 *
 * @param status its history beside the changelog
 */
record DatabaseState(MigrationStatus status) {

	void requireUpToDate() {
		if (!this.status.pending().isEmpty()) {
			throw new AutogenerateException("Target database is not up to date.",
					Wording.format("%s revision(s) are pending: run %s, or leave %s out.", this.status.pending().size(),
							Kind.UPGRADE.remedy(), Kind.AGAINST.of("database")),
					null);
		}
		requireThere(Wording.format("Correct %s, or run %s first.", Kind.URL.remedy(), Kind.UPGRADE.remedy()));
	}

	void requireNoHistory() {
		requireThere(Wording.format("Correct %s: a baseline is of a database that is there.", Kind.URL.remedy()));
		if (this.status.current() != null) {
			throw new AutogenerateException(
					"The database has a history already: " + this.status.history().size() + " revision(s) are applied.",
					Wording.format("A baseline is the beginning. Go on with %s or %s.", Kind.CREATE.remedy(),
							Kind.CHECK.remedy()),
					null);
		}
		if (!this.status.pending().isEmpty()) {
			throw new AutogenerateException(
					"The changelog has " + this.status.pending().size()
							+ " revision(s) already, none of which is applied to the database.",
					Wording
						.format("A baseline is the beginning. If the database has all they make, count them as applied "
								+ "with %s; otherwise take them out of the changelog.", Kind.STAMP.of("head")),
					null);
		}
	}

	/** To look into a file that is not there would be to make it. */
	private void requireThere(Wording wayOut) {
		if (this.status.database().note() != null) {
			throw new AutogenerateException(
					"The database " + this.status.database().url() + " " + this.status.database().note() + ".", wayOut,
					null);
		}
	}

}
