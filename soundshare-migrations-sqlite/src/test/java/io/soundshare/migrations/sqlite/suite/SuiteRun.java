package io.soundshare.migrations.sqlite.suite;

import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.sqlite.SchemaFacts;
import io.soundshare.migrations.sqlite.SqliteDrivers;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.executor.ExecutorService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs one case on one seed with one SQLite: forward, compare, back, compare.
 */
record SuiteRun(SuiteCase suiteCase, String seed, String seedSql, boolean foreignKeys, SqliteDrivers driver,
		Path directory) {

	@Override
	public String toString() {
		return this.seed + ", foreign_keys " + (this.foreignKeys ? "on" : "off") + ", " + this.driver;
	}

	void run() throws Exception {
		try (Connection connection = seeded()) {
			SchemaFacts start = facts(connection);
			Failure failure = update(connection);
			SchemaFacts after = facts(connection);
			String expected = this.suiteCase.failure();
			if (expected.isEmpty()) {
				failure.rethrow();
			}
			assertThat(this.suiteCase.expectation().complaints(start, after))
				.as("differences after the update (which failed with: %s)", failure.message())
				.isEmpty();
			if (!expected.isEmpty()) {
				assertThat(failure.message()).containsIgnoringCase(expected);
				if (this.suiteCase.about().containsKey("invalid")) {
					assertThat(failure.message()).contains("Validation Failed");
				}
			}
			back(connection, start, after);
		}
	}

	/**
	 * The SQL of a dry run, executed by hand, comes to the same as the update; and the
	 * dry run itself changes nothing.
	 */
	void dryRun() throws Exception {
		try (Connection updated = seeded(); Connection scripted = seeded()) {
			SchemaFacts start = facts(scripted);
			StringWriter script = new StringWriter();
			Failure failure = liquibase(scripted,
					(liquibase) -> liquibase.updateSql(new Contexts(), new LabelExpression(), script));
			assertThat(start.diff(facts(scripted))).as("differences after the dry run").isEmpty();
			if (this.suiteCase.dryRunRefused()) {
				assertThat(failure.message()).containsIgnoringCase(this.suiteCase.failure());
				return;
			}
			failure.rethrow();
			update(updated).rethrow();
			try (Statement statement = scripted.createStatement()) {
				statement.executeUpdate(script.toString());
			}
			catch (SQLException ex) {
				throw new AssertionError("The dry run's SQL fails: " + ex.getMessage() + "\n" + script, ex);
			}
			Expectation expectation = this.suiteCase.expectation();
			assertThat(facts(updated).changes(facts(scripted)))
				.as("differences between the update and the dry run's SQL:\n%s", script)
				.filteredOn((change) -> !expectation.leavesOpen(change.name()))
				.isEmpty();
		}
	}

	private void back(Connection connection, SchemaFacts start, SchemaFacts after) throws Exception {
		String rollback = this.suiteCase.text("rollback", this.suiteCase.failure().isEmpty() ? "identical" : "none");
		if (rollback.equals("none")) {
			return;
		}
		int count = executed(connection);
		Failure failure = liquibase(connection, (liquibase) -> liquibase.rollback(count, ""));
		SchemaFacts end = facts(connection);
		if (rollback.startsWith("impossible")) {
			assertThat(failure.message()).containsIgnoringCase(rollback.replaceFirst("impossible:?\\s*", ""));
			assertThat(after.diff(end)).as("differences after the refused rollback").isEmpty();
			return;
		}
		failure.rethrow();
		Expectation remaining = Expectation.parse(this.suiteCase.name(), rollback.equals("identical") ? "" : rollback);
		assertThat(remaining.complaints(start, end)).as("differences between the start and the rollback").isEmpty();
	}

	private Connection seeded() throws SQLException {
		Connection connection = this.driver.openInMemory(this.foreignKeys);
		try (Statement statement = connection.createStatement()) {
			statement
				.executeUpdate("BEGIN;\n" + this.seedSql + "\n;" + this.suiteCase.text("setup", "") + "\n;COMMIT;");
		}
		return connection;
	}

	private Failure update(Connection connection) {
		return liquibase(connection, (liquibase) -> liquibase.update(""));
	}

	private Failure liquibase(Connection connection, Action action) {
		try {
			Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> {
				Database database = DatabaseFactory.getInstance()
					.findCorrectDatabaseImplementation(new JdbcConnection(connection));
				action.run(new Liquibase("changelog.yaml", new DirectoryResourceAccessor(this.directory), database));
			});
			return new Failure(null);
		}
		catch (Exception ex) {
			return new Failure(ex);
		}
		finally {
			// Each keeps every database it has ever seen.
			LockServiceFactory.getInstance().resetAll();
			Scope.getCurrentScope().getSingleton(ChangeLogHistoryServiceFactory.class).resetAll();
			Scope.getCurrentScope().getSingleton(ExecutorService.class).reset();
		}
	}

	private static int executed(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery("SELECT count(*) FROM DATABASECHANGELOG")) {
			return result.getInt(1);
		}
	}

	// What is not committed by now does not count.
	private static SchemaFacts facts(Connection connection) throws SQLException {
		if (!connection.getAutoCommit()) {
			connection.rollback();
			connection.setAutoCommit(true);
		}
		return SchemaFacts.of(connection);
	}

	private record Failure(Exception exception) {

		String message() {
			List<String> messages = new ArrayList<>();
			for (Throwable cause = this.exception; cause != null; cause = cause.getCause()) {
				String message = String.valueOf(cause.getMessage());
				messages.removeIf((outer) -> outer.contains(message));
				messages.add(cause.getClass().getSimpleName() + ": " + message);
			}
			return messages.isEmpty() ? "nothing" : String.join("\n", messages);
		}

		void rethrow() {
			if (this.exception != null) {
				throw new AssertionError("Failed: " + message(), this.exception);
			}
		}

	}

	private interface Action {

		void run(Liquibase liquibase) throws Exception;

	}

}
