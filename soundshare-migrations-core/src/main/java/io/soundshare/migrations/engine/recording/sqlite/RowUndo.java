package io.soundshare.migrations.engine.recording.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Writes the statements that undo changes of rows, several changes of a kind in one.
 */
final class RowUndo {

	private static final int ROWS_A_STATEMENT = 100;

	private static final int CHARACTERS_A_STATEMENT = 20_000;

	private final Consumer<String> statements;

	/** The table of the rows that are collected for one statement. */
	private @Nullable TableShape table;

	private final List<String> deleted = new ArrayList<>();

	/** The rows that were inserted, and what they were then. */
	private final List<String> inserted = new ArrayList<>();

	private int characters;

	/** The rows that were inserted with one number after the other. */
	private long first;

	private long last;

	RowUndo(Consumer<String> statements) {
		this.statements = statements;
	}

	/**
	 * Have a row deleted that was inserted.
	 * @param now its values; none if whatever has the key is deleted. Else a row stays
	 * that somebody has changed, or put in its place
	 */
	void inserted(TableShape shape, List<String> key, List<String> now) {
		if (shape.rowid() == null) {
			flush();
			this.statements.accept("DELETE FROM " + Names.quote(shape.name()) + where(shape, key)
					+ unchanged(shape, now, (c) -> true));
			return;
		}
		if (!now.isEmpty()) {
			begin(shape, this.inserted);
			add(this.inserted, now);
			return;
		}
		long number = Long.parseLong(key.get(0));
		if (this.table != shape || !this.deleted.isEmpty() || !this.inserted.isEmpty() || number != this.last + 1) {
			flush();
			this.table = shape;
			this.first = number;
		}
		this.last = number;
	}

	/**
	 * Have a row get the values it had.
	 * @param now those it has then, so that one stays that somebody has changed; none if
	 * whatever is there is replaced
	 */
	void updated(TableShape shape, List<String> key, List<String> old, List<String> now, Predicate<Column> mayDiffer) {
		flush();
		List<String> sets = new ArrayList<>();
		List<Column> stored = shape.stored();
		for (int i = 0; i < old.size(); i++) {
			boolean bare = i >= stored.size();
			boolean same = key.get(0).equals(old.get(i));
			if ((bare) ? !same : (stored.get(i).equals(shape.alias())) ? !same : mayDiffer.test(stored.get(i))) {
				sets.add(Names.quote((bare) ? shape.key().get(0) : stored.get(i).name()) + " = " + old.get(i));
			}
		}
		if (!sets.isEmpty()) {
			this.statements
				.accept("UPDATE " + Names.quote(shape.name()) + " SET " + String.join(", ", sets) + where(shape, key)
						+ unchanged(shape, now, (column) -> mayDiffer.test(column) || column.keyPart() > 0));
		}
	}

	private static String unchanged(TableShape shape, List<String> now, Predicate<Column> which) {
		StringBuilder conditions = new StringBuilder();
		List<Column> stored = shape.stored();
		for (int i = 0; i < Math.min(now.size(), stored.size()); i++) {
			if (which.test(stored.get(i)) && !stored.get(i).equals(shape.alias())) {
				conditions.append(" AND NOT ").append(Fill.differ(Names.quote(stored.get(i).name()), now.get(i)));
			}
		}
		return conditions.toString();
	}

	void deleted(TableShape shape, List<String> old) {
		begin(shape, this.deleted);
		add(this.deleted, old);
	}

	private void begin(TableShape shape, List<String> rows) {
		if (this.table != shape || rows.isEmpty() || rows.size() >= ROWS_A_STATEMENT
				|| this.characters > CHARACTERS_A_STATEMENT) {
			flush();
			this.table = shape;
		}
	}

	private void add(List<String> rows, List<String> values) {
		String row = "(" + String.join(", ", values) + ")";
		rows.add(row);
		this.characters += row.length();
	}

	void flush() {
		TableShape shape = this.table;
		if (shape == null) {
			return;
		}
		String name = Names.quote(shape.name());
		String rowid = Names.quote(shape.key().get(0));
		if (!this.inserted.isEmpty()) {
			this.statements
				.accept("DELETE FROM " + name + " WHERE " + rowid + " IN (SELECT t." + rowid + " FROM (VALUES "
						+ String.join(", ", this.inserted) + ") v JOIN " + name + " t ON " + same(shape) + ")");
		}
		else if (this.deleted.isEmpty()) {
			this.statements.accept("DELETE FROM " + name + " WHERE " + rowid + ((this.first == this.last)
					? " = " + this.first : " BETWEEN " + this.first + " AND " + this.last));
		}
		else {
			this.statements.accept("INSERT INTO " + name + " ("
					+ String.join(", ", RowLog.values(shape).stream().map(Names::quote).toList()) + ") VALUES "
					+ String.join(", ", this.deleted));
		}
		this.table = null;
		this.deleted.clear();
		this.inserted.clear();
		this.characters = 0;
	}

	/** A condition: a row of a table is one of the values. */
	private static String same(TableShape shape) {
		List<String> conditions = new ArrayList<>();
		List<String> names = RowLog.values(shape);
		for (int i = 0; i < names.size(); i++) {
			String name = "t." + Names.quote(names.get(i));
			String value = "v.column" + (i + 1);
			conditions.add(
					names.get(i).equals(shape.key().get(0)) ? name + " = " + value : "NOT " + Fill.differ(name, value));
		}
		return String.join(" AND ", conditions);
	}

	static String where(TableShape shape, List<String> key) {
		List<String> conditions = new ArrayList<>();
		for (int i = 0; i < key.size(); i++) {
			conditions.add(Names.quote(shape.key().get(i)) + " = " + key.get(i));
		}
		return " WHERE " + String.join(" AND ", conditions);
	}

}
