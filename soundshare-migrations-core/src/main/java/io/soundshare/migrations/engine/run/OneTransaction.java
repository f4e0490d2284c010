package io.soundshare.migrations.engine.run;

import java.util.List;

import io.soundshare.migrations.engine.catalog.RevisionCatalog;
import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.Step;
import io.soundshare.migrations.model.TransactionRefusedException;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;

/**
 * Refuses, before anything runs, what cannot be one transaction.
 */
public final class OneTransaction {

	private OneTransaction() {
	}

	public static void require(Database database, Plan plan, RevisionCatalog catalog) throws DatabaseException {
		if (!DatabaseProduct.of(database).hasAtomicDdl()) {
			throw new TransactionRefusedException(plan.operation(), List.of(),
					database.getDatabaseProductName() + " commits by itself when the schema changes");
		}
		List<Revision> outside = plan.steps()
			.stream()
			.filter((step) -> step.action() == Step.Action.APPLY || step.action() == Step.Action.REVERT)
			.map(Step::revision)
			.filter((revision) -> {
				ChangeSet changeSet = catalog.source(revision).changeSet();
				return changeSet != null && !changeSet.isRunInTransaction();
			})
			.toList();
		if (!outside.isEmpty()) {
			throw new TransactionRefusedException(plan.operation(), outside,
					"these do not run in a transaction (runInTransaction=false):" + MigrationException.lines(outside));
		}
	}

}
