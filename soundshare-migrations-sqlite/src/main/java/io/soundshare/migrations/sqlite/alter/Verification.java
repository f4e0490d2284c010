package io.soundshare.migrations.sqlite.alter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.ddl.ColumnDefinition;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.StringLiteral;
import io.soundshare.migrations.sqlite.schema.ForeignKeyReference;
import io.soundshare.migrations.sqlite.schema.SchemaProbe;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.schema.StoredObject;
import liquibase.exception.UnexpectedLiquibaseException;

/**
 * The checks before changes of tables are committed: nothing that worked before may be
 * broken by them. What was broken before may stay so.
 */
public final class Verification {

	/**
	 * Up to so many rows a table is checked against its indexes, row by row, which takes
	 * longer than its rebuild. A larger one is checked without: its indexes were just
	 * made from its rows, by SQLite.
	 */
	static final int ROWS_CHECKED_AGAINST_INDEXES = 100_000;

	private final SqliteSchema schema;

	private final SchemaProbe probe;

	private final Map<String, String> broken;

	private final Map<String, Long> violations = new LinkedHashMap<>();

	/** The tables whose foreign keys are checked, by their folded names. */
	private final Map<String, String> checked = new LinkedHashMap<>();

	private final QuotedUses quotedUses;

	private final Set<String> rebuilt = new LinkedHashSet<>();

	private boolean rowsChange;

	/**
	 * Notes what does not work before the first change.
	 * @param schema the schema, which is only read
	 */
	public Verification(SqliteSchema schema) {
		this.schema = schema;
		this.probe = new SchemaProbe(schema);
		this.quotedUses = new QuotedUses(schema, this.probe);
		this.broken = this.probe.broken();
	}

	/**
	 * Notes the foreign keys of all tables, because rows may be changed while they are
	 * not enforced.
	 */
	public void beforeRowsChange() {
		this.rowsChange = true;
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
		if (plan.rebuild() || !plan.dropped().isEmpty()) {
			Set<String> tables = new LinkedHashSet<>(Set.of(plan.table()));
			this.schema.foreignKeys().to(plan.table()).forEach((key) -> tables.add(key.table()));
			note(tables);
		}
		if (plan.rebuild()) {
			this.rebuilt.add(plan.table());
		}
	}

	/**
	 * Notes a column that is about to get another name.
	 * @param table its table
	 * @param column its name
	 */
	public void beforeRename(String table, String column) {
		this.quotedUses.note(table, column);
	}

	/**
	 * Checks everything noted.
	 * @throws AlterRefusedException if something does not hold or work any more
	 */
	public void verify() {
		verifyForeignKeys();
		this.quotedUses.verify();
		this.probe.broken().forEach((what, why) -> {
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
		this.checked.values().forEach((table) -> verifyForeignKeys(table, 1));
		if (this.rowsChange) {
			unchecked(this.schema.objects("table").stream().map(StoredObject::name))
				.forEach((table) -> verifyForeignKeys(table, 1));
		}
		unchecked(this.rebuilt.stream()
			.flatMap((parent) -> this.schema.foreignKeys().to(parent).stream())
			.map(ForeignKeyReference::table)).forEach((table) -> verifyForeignKeys(table, Long.MAX_VALUE));
	}

	/** The tables that were made since. */
	private List<String> unchecked(Stream<String> tables) {
		return tables.filter((table) -> !this.checked.containsKey(Names.fold(table))).distinct().toList();
	}

	private void verifyForeignKeys(String table, long fromCount) {
		violations(table).forEach((what, count) -> {
			long before = this.violations.getOrDefault(what, 0L);
			if (count > before && count >= fromCount) {
				throw new AlterRefusedException((count < Long.MAX_VALUE)
						? (count - before) + " row(s) violate the foreign key " + what + "."
								+ " Foreign keys are not enforced, and nothing cascades, while a table is rebuilt:"
								+ " if the change set also deletes or updates rows, do that in a change set of its own."
						: what);
			}
		});
	}

	/** The number of rows that violate a foreign key, for each of a table's. */
	private Map<String, Long> violations(String table) {
		Map<String, Long> found = new TreeMap<>();
		if (this.schema.object("table", table).isEmpty()) {
			return found;
		}
		Map<Integer, String> keys = this.schema.foreignKeys()
			.all()
			.stream()
			.filter((key) -> Names.same(key.table(), table))
			.collect(Collectors.toMap(ForeignKeyReference::id, ForeignKeyReference::toString));
		if (keys.isEmpty()) {
			return found;
		}
		try {
			this.schema.query(
					"SELECT fkid, count(*) FROM pragma_foreign_key_check(" + StringLiteral.quote(table)
							+ ", 'main') GROUP BY fkid",
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

	private void verifyIntegrity(String table) {
		if (this.schema.object("table", table).isEmpty()) {
			return;
		}
		boolean large = !this.schema
			.query("SELECT 1 FROM main." + Names.quote(table) + " LIMIT 1 OFFSET " + ROWS_CHECKED_AGAINST_INDEXES,
					(row) -> row.getInt(1))
			.isEmpty();
		String check = (large) ? "quick_check" : "integrity_check";
		List<String> answers = new ArrayList<>(
				this.schema.query("PRAGMA " + check + "(" + Names.quote(table) + ")", (row) -> row.getString(1)));
		answers.removeAll(List.of("ok"));
		answers.removeIf((answer) -> isSaidOfNoRow(answer, table));
		if (!answers.isEmpty()) {
			throw new AlterRefusedException(
					"Table " + table + " did not pass SQLite's " + check + ": " + String.join("; ", answers) + ".");
		}
	}

	/** SQLite 3.40 finds NULLs in tables WITHOUT ROWID where there are none. */
	private boolean isSaidOfNoRow(String answer, String table) {
		return this.schema.table(table)
			.stream()
			.flatMap((definition) -> definition.columns().stream())
			.map(ColumnDefinition::name)
			.filter((column) -> answer.equalsIgnoreCase("NULL value in " + table + "." + column))
			.anyMatch((column) -> this.schema
				.query("SELECT 1 FROM main." + Names.quote(table) + " WHERE " + Names.quote(column)
						+ " IS NULL LIMIT 1", (row) -> row.getInt(1))
				.isEmpty());
	}

}
