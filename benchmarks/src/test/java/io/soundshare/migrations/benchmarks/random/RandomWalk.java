package io.soundshare.migrations.benchmarks.random;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.benchmarks.database.Fingerprint;
import io.soundshare.migrations.benchmarks.database.TrialDatabase;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Progress;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.Target;
import liquibase.resource.DirectoryResourceAccessor;

/**
 * Random change sets, applied one after the other as far as the database takes them, and
 * undone by a build that knows none of them.
 */
final class RandomWalk {

	private static final String ROOT = "changelog.json";

	private static final String EMPTY = "empty.json";

	private final Dice dice;

	private final TrialDatabase database;

	private final Path folder;

	private final Map<String, Integer> counts;

	private final List<Object> changeSets = new ArrayList<>();

	private final List<String> sequences = new ArrayList<>();

	private final Map<String, String> files = new HashMap<>();

	private final List<Fingerprint> heights = new ArrayList<>();

	RandomWalk(long seed, TrialDatabase database, Path folder, Map<String, Integer> counts) {
		this.dice = new Dice(seed, database.product().equals("PostgreSQL"));
		this.database = database;
		this.folder = folder;
		this.counts = counts;
	}

	/**
	 * Walk up and down.
	 * @return what is wrong; empty if nothing is
	 */
	String run() throws Exception {
		write(EMPTY, List.of());
		this.heights.add(this.database.fingerprint());
		int size = 8 + this.dice.below(12);
		for (int i = 0; i < size; i++) {
			String wrong = up(changeSet(i));
			if (!wrong.isEmpty()) {
				return wrong + log();
			}
		}
		String wrong = down();
		return wrong.isEmpty() ? "" : wrong + log();
	}

	private String log() {
		return "\n" + Json.of(this.changeSets);
	}

	private String up(Map<String, Object> changeSet) throws Exception {
		this.changeSets.add(RandomChanges.attributes("changeSet", changeSet));
		write(ROOT, this.changeSets);
		for (Map.Entry<String, String> file : this.files.entrySet()) {
			Files.writeString(this.folder.resolve(file.getKey()), file.getValue());
		}
		try {
			migrations(ROOT, true).upgrade();
			this.heights.add(this.database.fingerprint());
			count("applied");
			return "";
		}
		catch (MigrationException ex) {
			if (isApplied(false)) {
				return "Fails only while it is recorded: " + ex.getMessage();
			}
			count("not taken");
			this.changeSets.remove(this.changeSets.size() - 1);
			return "";
		}
	}

	/** Whether the database takes it without recording. */
	private boolean isApplied(boolean recorded) throws Exception {
		try {
			migrations(ROOT, recorded).upgrade();
			return true;
		}
		catch (MigrationException ex) {
			return false;
		}
	}

	private String down() throws Exception {
		Migrations ignorant = migrations(EMPTY, true);
		List<Revision> history = ignorant.status().history();
		int reversible = 0;
		while (reversible < history.size() && history.get(reversible).reversible()) {
			reversible++;
		}
		if (reversible < history.size()) {
			count("obstacle: " + history.get(reversible).undo().reason());
		}
		List<String> wrong = new ArrayList<>();
		try {
			ignorant.downgrade(Target.back(reversible), (progress) -> {
				if (progress.kind() == Progress.Kind.COMPLETED && wrong.isEmpty()) {
					compare(progress.step().revision(), wrong);
				}
			});
		}
		catch (MigrationException ex) {
			return "Not undone: " + ex.getMessage();
		}
		return String.join("\n", wrong);
	}

	private void compare(Revision revision, List<String> wrong) {
		this.heights.remove(this.heights.size() - 1);
		Fingerprint before = this.heights.get(this.heights.size() - 1);
		try {
			Fingerprint now = this.database.fingerprint();
			count("undone");
			if (!now.equals(before)) {
				wrong.add("After " + revision + "\n- " + String.join("\n- ", before.without(now)) + "\n+ "
						+ String.join("\n+ ", now.without(before)));
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("After " + revision, ex);
		}
	}

	private Map<String, Object> changeSet(int number) throws SQLException {
		LiveSchema schema;
		try (Connection connection = this.database.dataSource().getConnection()) {
			schema = LiveSchema.read(connection);
		}
		Map<String, Object> changeSet = new LinkedHashMap<>();
		changeSet.put("id", "r" + number);
		changeSet.put("author", "anybody");
		changeSet.put("changes", changes(schema, number));
		return changeSet;
	}

	private List<Object> changes(LiveSchema schema, int number) {
		if (number > 1 && !schema.tables().isEmpty() && this.dice.chance(45)) {
			boolean trigger = this.dice.chance(12);
			return List.of(RandomChanges.attributes("sql",
					RandomChanges.attributes("splitStatements", !trigger, "sql",
							trigger ? new RandomTriggers(this.dice, schema).script()
									: new RandomStatements(this.dice, schema).script())));
		}
		RandomChanges changes = new RandomChanges(this.dice, schema, this.sequences, this.files);
		List<Object> some = new ArrayList<>();
		for (int i = 1 + this.dice.below(3); i > 0; i--) {
			some.add(changes.change());
		}
		return some;
	}

	private Migrations migrations(String root, boolean recorded) throws IOException {
		return Migrations.builder(this.database.dataSource(), root)
			.resources(new DirectoryResourceAccessor(this.folder))
			.recordUndo(recorded)
			.build();
	}

	private void write(String root, List<Object> content) throws IOException {
		Files.writeString(this.folder.resolve(root), Json.of(Map.of("databaseChangeLog", content)));
	}

	private void count(String what) {
		this.counts.merge(what, 1, Integer::sum);
	}

}
