package io.soundshare.migrations.sqlite.change;

import liquibase.change.Change;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.SqlStatement;

/**
 * Asks the generators of a change's statements what is wrong with them, as
 * {@code AbstractChange} does for changes that do not answer by themselves.
 */
final class StatementValidation {

	private StatementValidation() {
	}

	/**
	 * Adds what is wrong with a change's statements.
	 * @param change the change, which must have all it needs to make its statements
	 * @param database the database
	 * @param errors where to add it
	 */
	static void validate(Change change, Database database, ValidationErrors errors) {
		SqlGeneratorFactory generators = SqlGeneratorFactory.getInstance();
		for (SqlStatement statement : change.generateStatements(database)) {
			if (generators.supports(statement, database)) {
				errors.addAll(generators.validate(statement, database));
			}
			else if (!statement.skipOnUnsupported()) {
				errors.addError(change.getSerializedObjectName() + " is not supported on " + database.getDisplayName());
			}
		}
	}

}
