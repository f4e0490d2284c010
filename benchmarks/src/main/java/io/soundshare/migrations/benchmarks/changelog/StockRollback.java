package io.soundshare.migrations.benchmarks.changelog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ResourceAccessor;

/**
 * What stock Liquibase can undo of what is applied.
 *
 * @param applied how many change sets are applied
 * @param unsupported how many of them it refuses to undo
 * @param newest how many it undoes before it comes to the first of those
 */
public record StockRollback(int applied, int unsupported, int newest) {

	public static StockRollback of(DataSource dataSource, ResourceAccessor resources, String root) {
		try (Connection connection = dataSource.getConnection()) {
			Database database = DatabaseFactory.getInstance()
				.findCorrectDatabaseImplementation(new JdbcConnection(connection));
			try (Liquibase liquibase = new Liquibase(root, resources, database)) {
				return of(liquibase, database);
			}
		}
		catch (SQLException | LiquibaseException ex) {
			throw new IllegalStateException("Cannot ask Liquibase about " + root, ex);
		}
	}

	private static StockRollback of(Liquibase liquibase, Database database) throws LiquibaseException {
		List<Boolean> supported = new ArrayList<>();
		for (RanChangeSet ran : database.getRanChangeSetList()) {
			ChangeSet changeSet = liquibase.getDatabaseChangeLog().getChangeSet(ran);
			supported.add(0, changeSet != null
					&& (ran.getExecType() == ChangeSet.ExecType.MARK_RAN || changeSet.supportsRollback(database)));
		}
		int first = supported.indexOf(false);
		return new StockRollback(supported.size(), (int) supported.stream().filter((each) -> !each).count(),
				(first < 0) ? supported.size() : first);
	}

}
