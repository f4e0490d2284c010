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

	private int characters;

	/** The rows that were inserted with one number after the other. */
	private long first;

	private long last;

	RowUndo(Consumer<String> statements) {
		this.statements = statements;
	}

	void inserted(TableShape shape, List<String> key) {
		if (shape.rowid() == null) {
			flush();
			this.statements.accept("DELETE FROM " + Names.quote(shape.name()) + where(shape, key));
			return;
		}
		long number = Long.parseLong(key.get(0));
		if (this.table != shape || !this.deleted.isEmpty() || number != this.last + 1) {
			flush();
			this.table = shape;
			this.first = number;
		}
		this.last = number;
	}

	void updated(TableShape shape, List<String> key, List<String> old, Predicate<Column> mayDiffer) {
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
				.accept("UPDATE " + Names.quote(shape.name()) + " SET " + String.join(", ", sets) + where(shape, key));
		}
	}

	void deleted(TableShape shape, List<String> old) {
		if (this.table != shape || this.deleted.isEmpty() || this.deleted.size() >= ROWS_A_STATEMENT
				|| this.characters > CHARACTERS_A_STATEMENT) {
			flush();
			this.table = shape;
		}
		String row = "(" + String.join(", ", old) + ")";
		this.deleted.add(row);
		this.characters += row.length();
	}

	void flush() {
		TableShape shape = this.table;
		if (shape == null) {
			return;
		}
		String name = Names.quote(shape.name());
		if (this.deleted.isEmpty()) {
			String rowid = Names.quote(shape.key().get(0));
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
		this.characters = 0;
	}

	static String where(TableShape shape, List<String> key) {
		List<String> conditions = new ArrayList<>();
		for (int i = 0; i < key.size(); i++) {
			conditions.add(Names.quote(shape.key().get(i)) + " = " + key.get(i));
		}
		return " WHERE " + String.join(" AND ", conditions);
	}

}
