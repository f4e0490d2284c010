package io.soundshare.migrations.engine.recording.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The statements that make a table again as it was, with the rows of the one that is
 * there now.
 */
final class TableRebuild {

	private final TablePair pair;

	/** What the present table is called while it is in the way. */
	private final String aside;

	TableRebuild(TablePair pair, String aside) {
		this.pair = pair;
		this.aside = aside;
	}

	List<String> moveAside() {
		SchemaObject now = this.pair.now();
		return (now != null)
				? List.of("ALTER TABLE " + Names.quote(now.name()) + " RENAME TO " + Names.quote(this.aside))
				: List.of();
	}

	List<String> make() {
		List<String> sql = new ArrayList<>(List.of(this.pair.was().sql()));
		TableShape present = this.pair.nowShape();
		if (present == null) {
			if (this.pair.was().isVirtual() && VirtualTable.of(this.pair.was()).isDerived()) {
				sql.add(VirtualTable.of(this.pair.was()).refresh());
			}
			return sql;
		}
		if (!this.pair.nowKey().isEmpty()) {
			sql.add(copy(present));
		}
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
