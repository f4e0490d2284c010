package io.soundshare.migrations.engine.recording.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.soundshare.migrations.engine.recording.Recording.Entry;

/**
 * The statements that make a table again as it was, with the rows of the one that is
 * there now.
 */
final class TableRebuild {

	private final TablePair pair;

	/** What the present table is called while it is in the way. */
	private final String aside;

	/** What gives rows their values, before the table has its constraints. */
	private final List<Entry> values;

	/** What the table without constraints is called in the end. */
	private final String loose;

	TableRebuild(TablePair pair, String aside, List<Entry> values, String loose) {
		this.pair = pair;
		this.aside = aside;
		this.values = values;
		this.loose = loose;
	}

	List<String> moveAside() {
		SchemaObject now = this.pair.now();
		return (now != null) ? List.of(rename(now.name(), this.aside)) : List.of();
	}

	List<Entry> make() {
		List<Entry> entries = new ArrayList<>();
		TableShape present = this.pair.nowShape();
		String table = this.pair.was().sql();
		add(entries, this.values.isEmpty() ? table : createLoose());
		if (present != null && !this.pair.nowKey().isEmpty()) {
			add(entries, copy(present));
		}
		if (!this.values.isEmpty()) {
			entries.addAll(this.values);
			add(entries, rename(this.pair.was().name(), this.loose), table, copyLoose(),
					"DROP TABLE " + Names.quote(this.loose));
		}
		if (present != null) {
			finish(present).forEach((sql) -> add(entries, sql));
		}
		else if (this.pair.was().isVirtual() && VirtualTable.of(this.pair.was()).isDerived()) {
			add(entries, VirtualTable.of(this.pair.was()).refresh());
		}
		return entries;
	}

	private static void add(List<Entry> entries, String... statements) {
		Stream.of(statements).map(Entry::new).forEach(entries::add);
	}

	private static String rename(String from, String to) {
		return "ALTER TABLE " + Names.quote(from) + " RENAME TO " + Names.quote(to);
	}

	private List<String> finish(TableShape present) {
		List<String> sql = new ArrayList<>();
		String name = Names.literal(this.pair.was().name());
		if (this.pair.shape().counting()) {
			sql.add("DELETE FROM sqlite_sequence WHERE name = " + name);
			if (present.counting()) {
				sql.add("UPDATE sqlite_sequence SET name = " + name + " WHERE name = " + Names.literal(this.aside));
			}
		}
		sql.add("DROP TABLE " + Names.quote(this.aside));
		return sql;
	}

	/** The same columns, which take any value as it is. */
	private String createLoose() {
		TableShape shape = this.pair.shape();
		return "CREATE TABLE " + Names.quote(this.pair.was().name()) + " (" + shape.stored().stream().map((column) -> {
			if (column.equals(shape.alias())) {
				return column.quoted() + " INTEGER PRIMARY KEY";
			}
			return column.quoted() + " BLOB"
					+ ((column.fallback() != null) ? " DEFAULT (" + column.fallback() + ")" : "");
		}).collect(Collectors.joining(", ")) + ")";
	}

	private String copyLoose() {
		String columns = Stream
			.concat(this.pair.shape().bareRowid(), this.pair.shape().stored().stream().map(Column::name))
			.map(Names::quote)
			.collect(Collectors.joining(", "));
		return "INSERT OR ABORT INTO " + Names.quote(this.pair.was().name()) + " (" + columns + ") SELECT " + columns
				+ " FROM " + Names.quote(this.loose);
	}

	/** OR ABORT: a constraint's own conflict clause would leave rows behind. */
	private String copy(TableShape present) {
		TableShape shape = this.pair.shape();
		List<String> targets = new ArrayList<>();
		List<String> sources = new ArrayList<>();
		String rowid = present.rowid();
		Column alias = shape.alias();
		boolean aliasGone = alias != null && this.pair.now(alias) == null;
		if (rowid != null && shape.rowid() != null && (alias == null || aliasGone)) {
			targets.add(shape.rowid());
			sources.add(Names.quote(rowid));
		}
		for (Column column : shape.stored()) {
			String now = this.pair.now(column);
			if (now != null) {
				targets.add(column.name());
				sources.add(Names.quote(now));
			}
			else if (Fill.isNeeded(column) && !column.equals(alias)) {
				targets.add(column.name());
				sources.add(Fill.value(this.pair.was(), column, (rowid != null) ? Names.quote(rowid) : "random()"));
			}
		}
		if (targets.isEmpty()) {
			targets.add(Objects.requireNonNull(shape.rowid()));
			sources.add("NULL");
		}
		return "INSERT OR ABORT INTO " + Names.quote(this.pair.was().name()) + " ("
				+ String.join(", ", targets.stream().map(Names::quote).toList()) + ") SELECT "
				+ String.join(", ", sources) + " FROM " + Names.quote(this.aside);
	}

}
