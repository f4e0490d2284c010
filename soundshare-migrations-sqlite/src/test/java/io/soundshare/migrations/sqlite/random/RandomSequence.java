package io.soundshare.migrations.sqlite.random;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.soundshare.migrations.sqlite.SchemaFacts;
import io.soundshare.migrations.sqlite.SqliteDrivers;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.executor.ExecutorService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * The run of one seed: a database, a sequence of change sets, and their rollback.
 */
final class RandomSequence {

	private static final Pattern UNCLEAR = Pattern.compile("syntax error|NullPointer|ClassCast|IndexOutOfBounds"
			+ "|IllegalState|NoSuchElement|UnsupportedOperation|incomplete input|unrecognized token");

	private final Dice dice;

	private final SqliteDrivers driver;

	private final boolean foreignKeys;

	private final boolean reversible;

	private final Path directory;

	private final Map<String, Integer> counts;

	private final List<Map<String, Object>> changeSets = new ArrayList<>();

	private final List<List<Step>> applied = new ArrayList<>();

	/** The facts before each applied change set, and after the last. */
	private final List<SchemaFacts> states = new ArrayList<>();

	private String script = "";

	RandomSequence(long seed, Path directory, Map<String, Integer> counts) {
		this.dice = new Dice(seed);
		this.driver = SqliteDrivers.all().get((int) (seed % 3));
		this.foreignKeys = this.dice.chance(0.5);
		this.reversible = this.dice.chance(0.5);
		this.directory = directory;
		this.counts = counts;
	}

	/** The complaint, or nothing. */
	String run() throws Exception {
		try (Connection connection = this.driver.openInMemory(this.foreignKeys)) {
			RandomSchema schema = new RandomSchema(this.dice, connection);
			schema.create(this.foreignKeys || this.dice.chance(0.8));
			this.script = schema.script();
			this.states.add(SchemaFacts.of(connection));
			int length = this.dice.between(3, 8);
			for (int i = 0; i < length; i++) {
				String wrong = forward(connection, i);
				if (!wrong.isEmpty()) {
					return told(wrong);
				}
			}
			String wrong = back(connection);
			return wrong.isEmpty() ? "" : told(wrong);
		}
		catch (IllegalStateException ex) {
			return told("Afterwards nothing can be said of the database: " + ex.getMessage() + ", " + ex.getCause());
		}
	}

	private String forward(Connection connection, int index) throws Exception {
		SchemaFacts before = last();
		List<Step> steps = new Steps(this.dice, Observed.of(connection), before).next(this.reversible);
		if (steps.isEmpty()) {
			return "";
		}
		this.changeSets.add(changeSet(index, steps));
		String refusal = liquibase(connection, (liquibase) -> liquibase.update(""));
		SchemaFacts after = facts(connection);
		if (!refusal.isEmpty()) {
			count("refused");
			steps.forEach((step) -> count("refused " + step.kind()));
			List<String> differences = before.diff(after);
			if (!differences.isEmpty()) {
				return "Refused (" + refusal + "), and yet different:\n" + String.join("\n", differences);
			}
			if (UNCLEAR.matcher(refusal).find() || steps.stream().noneMatch((step) -> step.mayRefuse(refusal))) {
				return "Refused without need, or not clearly: " + refusal;
			}
			this.changeSets.remove(this.changeSets.size() - 1);
			return "";
		}
		steps.forEach((step) -> count(step.kind()));
		this.applied.add(steps);
		this.states.add(after);
		List<String> complaints = Step.complaints(steps, before, after);
		return complaints.isEmpty() ? "" : "After the last change set:\n" + String.join("\n", complaints);
	}

	private String back(Connection connection) throws Exception {
		int reversible = 0;
		while (reversible < this.applied.size()
				&& this.applied.get(this.applied.size() - 1 - reversible).stream().allMatch(Step::reversible)) {
			reversible++;
		}
		boolean atOnce = this.dice.chance(0.5);
		int times = atOnce ? Math.min(1, reversible) : reversible;
		for (int i = 1; i <= times; i++) {
			int number = atOnce ? reversible : 1;
			String failure = liquibase(connection, (liquibase) -> liquibase.rollback(number, ""));
			int state = this.states.size() - 1 - (atOnce ? reversible : i);
			List<Step> undone = this.applied.subList(state, this.applied.size())
				.stream()
				.flatMap(List::stream)
				.toList();
			List<String> differences = this.states.get(state)
				.changes(facts(connection))
				.stream()
				.filter((change) -> !Step.leave(undone, change))
				.map(SchemaFacts.Change::toString)
				.toList();
			count("rolled back", number);
			if (!failure.isEmpty() || !differences.isEmpty()) {
				return "Rollback of " + (this.applied.size() - state) + " change set(s) "
						+ (failure.isEmpty() ? "does not bring back what was:" : "failed: " + failure) + "\n"
						+ String.join("\n", differences);
			}
		}
		return "";
	}

	private Map<String, Object> changeSet(int index, List<Step> steps) {
		Map<String, Object> changeSet = new LinkedHashMap<>();
		changeSet.put("id", "c" + index);
		changeSet.put("author", "random");
		List<Object> changes = new ArrayList<>();
		steps.forEach((step) -> changes.addAll(step.changes()));
		changeSet.put("changes", changes);
		List<Object> rollback = new ArrayList<>();
		for (int i = steps.size(); i > 0; i--) {
			rollback.addAll(steps.get(i - 1).rollback());
		}
		if (!rollback.isEmpty()) {
			changeSet.put("rollback", rollback);
		}
		return changeSet;
	}

	private String liquibase(Connection connection, Action action) throws IOException {
		Files.writeString(this.directory.resolve("changelog.yaml"), ChangelogText.of(this.changeSets));
		try {
			Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> action.run(new Liquibase("changelog.yaml",
					new DirectoryResourceAccessor(this.directory),
					DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)))));
			return "";
		}
		catch (Exception ex) {
			List<String> messages = new ArrayList<>();
			for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
				messages.add(cause.toString());
			}
			return String.join("\n  ", messages);
		}
		finally {
			// Each keeps every database it has ever seen.
			LockServiceFactory.getInstance().resetAll();
			Scope.getCurrentScope().getSingleton(ChangeLogHistoryServiceFactory.class).resetAll();
			Scope.getCurrentScope().getSingleton(ExecutorService.class).reset();
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

	private SchemaFacts last() {
		return this.states.get(this.states.size() - 1);
	}

	private void count(String what) {
		count(what, 1);
	}

	private void count(String what, int number) {
		this.counts.merge(what, number, Integer::sum);
	}

	private String told(String wrong) {
		return wrong + "\n" + this.driver + ", foreign_keys " + (this.foreignKeys ? "on" : "off") + "\n"
				+ ChangelogText.of(this.changeSets) + "\non\n" + this.script;
	}

	private interface Action {

		void run(Liquibase liquibase) throws Exception;

	}

}
