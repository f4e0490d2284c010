package io.soundshare.migrations.engine.recording;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What undoes a change set.
 *
 * @param entries the statements, in the order they were recorded: the last is run first
 * @param before the definitions of the objects it has touched, as they were; those it has
 * made are not there
 * @param after the definitions of the objects it has touched, as it has left them; those
 * it has taken away are not there
 * @param made the tables and columns that are new
 * @param inserted how many rows it has put into which table, less those it has deleted;
 * those in tables that it has made itself need not be counted
 * @param kept the tables that hold what it has taken away
 * @param filled the columns that come back and must have a value in each row, and the
 * value, as SQL, that a row gets which has none of its own: it was written since
 * @param obstacle why it cannot be undone by this; {@code null} if it can
 */
public record Recording(List<Entry> entries, Map<String, String> before, Map<String, String> after, List<Place> made,
		Map<String, Long> inserted, List<Kept> kept, Map<Place, String> filled, @Nullable String obstacle) {

	/** Nothing was changed. */
	public static final Recording NOTHING = new Recording(List.of(), Map.of(), Map.of(), List.of(), Map.of(), List.of(),
			Map.of(), null);

	public Recording {
		entries = List.copyOf(entries);
		before = Map.copyOf(before);
		after = Map.copyOf(after);
		made = List.copyOf(made);
		inserted = Map.copyOf(inserted);
		kept = List.copyOf(kept);
		filled = Map.copyOf(filled);
	}

	/** Nothing can be undone, and nothing is kept. */
	public static Recording impossible(String obstacle) {
		return new Recording(List.of(), Map.of(), Map.of(), List.of(), Map.of(), List.of(), Map.of(), obstacle);
	}

	/**
	 * A statement.
	 *
	 * @param sql the statement
	 * @param keptTable the table it takes rows from, without which there is nothing to
	 * run; {@code null} if it needs none
	 */
	public record Entry(String sql, @Nullable String keptTable) {

		public Entry(String sql) {
			this(sql, null);
		}

	}

	/**
	 * A table, or a column of one.
	 *
	 * @param table the name of the table, as people read it
	 * @param column the name of the column; {@code null} for the whole table
	 */
	public record Place(String table, @Nullable String column) {

		@Override
		public String toString() {
			return (this.column != null) ? "column " + this.table + "." + this.column : "table " + this.table;
		}

	}

	/**
	 * A table that holds what was taken away.
	 *
	 * @param name its name
	 * @param place where its rows were
	 * @param rows how many it has
	 */
	public record Kept(String name, Place place, long rows) {

	}

}
