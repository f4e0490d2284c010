package io.soundshare.migrations.sqlite.alter;

import liquibase.exception.UnexpectedLiquibaseException;

/**
 * A change of a table that cannot be carried out faithfully. Nothing was changed.
 */
public final class AlterRefusedException extends UnexpectedLiquibaseException {

	/**
	 * Refuses a change.
	 * @param message what is wrong with which thing, and the way out
	 */
	public AlterRefusedException(String message) {
		super(message);
	}

}
