package io.soundshare.migrations.sqlite.alter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.schema.ForeignKeyReference;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.schema.StoredObject;
import liquibase.exception.UnexpectedLiquibaseException;

/**
 * What is checked before changes of tables are committed: nothing that worked before may
 * be broken by them. What was broken before may stay so.
 */
public final class Verification {

	/**
	 * Up to so many rows a table is checked against its indexes, row by row, which takes
	 * longer than its rebuild. A larger one is checked without: its indexes were just
	 * made from its rows, by SQLite.
	 */
	static final int ROWS_CHECKED_AGAINST_INDEXES = 100_000;

	/** A view has no trigger for this kind of change: none that could be broken. */
	private static final String NO_TRIGGER = "because it is a view";

	private final SqliteSchema schema;

	private final Map<String, String> broken;

	private final Map<String, Long> violations = new LinkedHashMap<>();

	/** The tables whose foreign keys are checked, by their folded names. */
	private final Map<String, String> checked = new LinkedHashMap<>();

	private final QuotedUses quotedUses;

	private final Set<String> rebuilt = new LinkedHashSet<>();

	/**
	 * Notes what does not work before the first change.
	 * @param schema the schema, which is only read
	 */
	public Verification(SqliteSchema schema) {
		this.schema = schema;
		this.quotedUses = new QuotedUses(schema);
		this.broken = broken();
	}

	/**
	 * Notes the foreign keys of all tables, because rows may be changed while they are
	 * not enforced.
	 */
	public void beforeRowsChange() {
		note(this.schema.objects("table").stream().map(StoredObject::name).toList());
	}

	/**
	 * Notes a change that is about to be made, and proves what it takes for granted.
	 * @param plan the change
	 * @throws AlterRefusedException if that does not hold
	 */
	public void before(AlterPlan plan) {
		for (Proof proof : plan.proofs()) {
			if (!this.schema.query(proof.query(), (row) -> row.getString(1)).isEmpty()) {
				throw new AlterRefusedException(proof.otherwise());
			}
		}
		plan.dropped().forEach((column) -> this.quotedUses.note(plan.table(), column));
		if (!plan.rebuild()) {
			return;
		}
		Set<String> tables = new LinkedHashSet<>(Set.of(plan.table()));
		this.schema.foreignKeysTo(plan.table()).forEach((key) -> tables.add(key.table()));
		note(tables);
		this.rebuilt.add(plan.table());
	}

	/**
	 * Checks everything noted.
	 * @throws AlterRefusedException if something does not hold or work any more
	 */
	public void verify() {
		verifyForeignKeys();
		this.quotedUses.verify();
		broken().forEach((what, why) -> {
			if (!this.broken.containsKey(what)) {
				throw new AlterRefusedException(
						what + " would no longer work: " + why + ". Drop or replace it in the same change set.");
			}
		});
		this.rebuilt.forEach(this::verifyIntegrity);
	}

	private void note(Collection<String> tables) {
		for (String table : tables) {
			if (this.checked.putIfAbsent(Names.fold(table), table) == null) {
				violations(table).forEach(this.violations::putIfAbsent);
			}
		}
	}

	/**
	 * Checks the foreign keys noted.
	 * @throws AlterRefusedException if more rows than before violate one
	 */
	public void verifyForeignKeys() {
		for (String table : this.checked.values()) {
			violations(table).forEach((what, count) -> {
				long before = this.violations.getOrDefault(what, 0L);
				if (count > before) {
					throw new AlterRefusedException((count < Long.MAX_VALUE) ? (count - before)
							+ " row(s) violate the foreign key " + what + "."
							+ " Foreign keys are not enforced, and nothing cascades, while a table is rebuilt:"
							+ " if the change set also deletes or updates rows, do that in a change set of its own."
							: what);
				}
			});
		}
	}

	/** How many rows of a table violate which of its foreign keys. */
	private Map<String, Long> violations(String table) {
		Map<String, Long> found = new TreeMap<>();
		if (this.schema.object("table", table).isEmpty()) {
			return found;
		}
		Map<Integer, String> keys = this.schema.foreignKeys()
			.stream()
			.filter((key) -> Names.same(key.table(), table))
			.collect(Collectors.toMap(ForeignKeyReference::id, ForeignKeyReference::toString));
		if (keys.isEmpty()) {
			return found;
		}
		try {
			this.schema.query(
					"SELECT fkid, count(*) FROM pragma_foreign_key_check('" + table.replace("'", "''")
							+ "') GROUP BY fkid",
					(row) -> found.merge(String.valueOf(keys.get(row.getInt(1))), row.getLong(2), Long::sum));
		}
		catch (UnexpectedLiquibaseException ex) {
			// "foreign key mismatch": the columns referred to are no key (any more).
			found.put("A foreign key of " + table + " refers to columns that are no primary key and not unique, or to"
					+ " none: " + ex.getMessage() + ". Give the table it refers to a key of these columns first.",
					Long.MAX_VALUE);
		}
		return found;
	}

	/** The views and triggers that do not compile, and why. */
	private Map<String, String> broken() {
		Map<String, String> broken = new LinkedHashMap<>();
		for (StoredObject view : this.schema.objects("view")) {
			this.schema.whyNotCompiles("SELECT * FROM main." + Names.quote(view.name()))
				.ifPresent((why) -> broken.put("View " + view.name(), why));
		}
		Map<String, List<String>> triggers = this.schema.objects("trigger")
			.stream()
			.sorted(Comparator.comparing((trigger) -> this.schema.object("view", trigger.table()).isPresent()))
			.collect(Collectors.groupingBy(StoredObject::table, LinkedHashMap::new,
					Collectors.mapping(StoredObject::name, Collectors.toList())));
		triggers.forEach((table,
				names) -> statements(table).forEach((statement) -> this.schema.whyNotCompiles(statement)
					.filter((why) -> !why.contains(NO_TRIGGER))
					.ifPresent((why) -> broken.put(
							((names.size() != 1) ? "One of the triggers " : "Trigger ") + String.join(", ", names)
									+ " of " + table + " (on " + statement.substring(0, statement.indexOf(' ')) + ")",
							why))));
		return broken;
	}

	private List<String> statements(String table) {
		String name = "main." + Names.quote(table);
		List<String> statements = new ArrayList<>(
				List.of("DELETE FROM " + name, "INSERT INTO " + name + " DEFAULT VALUES"));
		if (this.schema.whyNotCompiles("SELECT * FROM " + name).isEmpty()) {
			List<String> assignments = this.schema.query("SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0",
					(row) -> Names.quote(row.getString(1)) + " = " + Names.quote(row.getString(1)), table);
			statements.add("UPDATE " + name + " SET " + String.join(", ", assignments));
		}
		return statements;
	}

	private void verifyIntegrity(String table) {
		if (this.schema.object("table", table).isEmpty()) {
			return;
		}
		boolean large = !this.schema
			.query("SELECT 1 FROM main." + Names.quote(table) + " LIMIT 1 OFFSET " + ROWS_CHECKED_AGAINST_INDEXES,
					(row) -> row.getInt(1))
			.isEmpty();
		String check = (large) ? "quick_check" : "integrity_check";
		List<String> answers = this.schema.query("PRAGMA " + check + "(" + Names.quote(table) + ")",
				(row) -> row.getString(1));
		if (!answers.equals(List.of("ok"))) {
			throw new AlterRefusedException(
					"Table " + table + " did not pass SQLite's " + check + ": " + String.join("; ", answers) + ".");
		}
	}

}
