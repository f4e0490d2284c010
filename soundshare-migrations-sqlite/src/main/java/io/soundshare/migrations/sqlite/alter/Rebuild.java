package io.soundshare.migrations.sqlite.alter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.ddl.ColumnDefinition;
import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.StringLiteral;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.schema.StoredObject;

/**
 * The rebuild of a table, by
 * <a href="https://www.sqlite.org/lang_altertable.html#otheralter">SQLite's manual</a>.
 * Its first and last steps, foreign key enforcement and the transaction, are the
 * caller's.
 */
final class Rebuild {

	private static final List<String> ROWID_NAMES = List.of("rowid", "_rowid_", "oid");

	private final SqliteSchema schema;

	private final TableShape before;

	private final TableShape after;

	private final String oldName;

	private final String newName;

	Rebuild(SqliteSchema schema, TableShape before, TableShape after) {
		this.schema = schema;
		this.before = before;
		this.after = after;
		this.oldName = before.table();
		this.newName = freeName();
	}

	List<String> sql() {
		List<String> sql = new ArrayList<>();
		sql.add(this.after.definition().edit().unqualified().edit().rename(this.newName).sql());
		sql.add(copy());
		sql.addAll(sequence());
		sql.addAll(statistics(this.oldName, this.newName));
		// Without it a rename is also made in views and triggers, and fails on those that
		// use the table just dropped.
		boolean legacy = this.schema.pragma("legacy_alter_table") != 0;
		if (!legacy) {
			sql.add("PRAGMA legacy_alter_table = ON");
		}
		sql.add("DROP TABLE main." + Names.quote(this.oldName));
		sql.add("ALTER TABLE main." + Names.quote(this.newName) + " RENAME TO " + Names.quote(this.oldName));
		if (!legacy) {
			sql.add("PRAGMA legacy_alter_table = OFF");
		}
		sql.addAll(statistics(this.newName, this.oldName));
		Stream.concat(this.after.indexes().stream(), this.after.triggers().stream())
			.map(StoredObject::sql)
			.forEach((statement) -> sql.add(String.valueOf(statement)));
		return sql;
	}

	private String freeName() {
		String name = "new_" + this.oldName;
		for (int i = 2; this.schema.isTaken(name); i++) {
			name = "new_" + this.oldName + "_" + i;
		}
		return name;
	}

	/**
	 * OR ABORT: a constraint's own conflict clause (IGNORE, REPLACE) would leave rows
	 * behind.
	 */
	private String copy() {
		List<String> columns = new ArrayList<>();
		rowid().ifPresent(columns::add);
		this.after.kept()
			.stream()
			.filter((name) -> !this.before.column(name).generated())
			.map(Names::quote)
			.forEach(columns::add);
		String list = String.join(", ", columns);
		return "INSERT OR ABORT INTO main." + Names.quote(this.newName) + " (" + list + ") SELECT " + list
				+ " FROM main." + Names.quote(this.oldName);
	}

	/** The name under which the rowid is copied, where no column is the rowid. */
	private Optional<String> rowid() {
		Optional<String> alias = this.after.definition().rowidAlias();
		boolean copiedAsColumn = alias.isPresent()
				&& this.after.kept().stream().anyMatch((name) -> Names.same(name, alias.orElseThrow()));
		if (this.before.definition().withoutRowid() || copiedAsColumn) {
			return Optional.empty();
		}
		List<String> taken = Stream.of(this.before, this.after)
			.flatMap((shape) -> shape.definition().columns().stream())
			.map(ColumnDefinition::name)
			.toList();
		return ROWID_NAMES.stream()
			.filter((name) -> taken.stream().noneMatch((column) -> Names.same(name, column)))
			.findFirst();
	}

	/**
	 * Numbers given out once are not given out again, even if their rows are gone.
	 */
	private List<String> sequence() {
		if (this.after.constraints(Constraint.Kind.PRIMARY_KEY).noneMatch(Constraint::autoIncrement)) {
			return List.of();
		}
		boolean counted = this.before.constraints(Constraint.Kind.PRIMARY_KEY).anyMatch(Constraint::autoIncrement);
		Long start = this.after.sequenceStart();
		if (!counted && start == null) {
			return List.of();
		}
		String name = StringLiteral.quote(this.newName);
		String highest = Stream
			.of("SELECT seq FROM main.sqlite_sequence WHERE name IN (" + name + ", " + StringLiteral.quote(this.oldName)
					+ ")", (start != null) ? "SELECT " + (start - 1) : "")
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining(" UNION ALL "));
		// Both at once would read what is half written.
		return List.of(
				"INSERT INTO main.sqlite_sequence (name, seq) SELECT " + name + ", max(seq) FROM (" + highest
						+ ") HAVING max(seq) IS NOT NULL",
				"DELETE FROM main.sqlite_sequence WHERE name = " + name
						+ " AND rowid < (SELECT max(rowid) FROM main.sqlite_sequence WHERE name = " + name + ")",
				// Copying no row counts as well: to 0, where nothing was counted before.
				"DELETE FROM main.sqlite_sequence WHERE name = " + name
						+ " AND seq = 0 AND NOT EXISTS (SELECT 1 FROM main.sqlite_sequence WHERE name = "
						+ StringLiteral.quote(this.oldName) + ")");
	}

	/** Statistics that ANALYZE gathered go with the table of its name. */
	private List<String> statistics(String from, String to) {
		return Stream.of("sqlite_stat1", "sqlite_stat4")
			.filter((table) -> this.schema.object("table", table).isPresent())
			.map((table) -> "UPDATE main." + table + " SET tbl = " + StringLiteral.quote(to) + " WHERE tbl = "
					+ StringLiteral.quote(from))
			.toList();
	}

}
