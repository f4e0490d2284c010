package io.soundshare.migrations.engine.recording.postgres;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A copy of a table, or of some of its columns.
 */
final class KeptCopy {

	private final String name;

	private final int number;

	private final Item table;

	private final TableRows rows;

	private final List<Item> columns;

	/** The columns that are gone. */
	private final Set<Item> gone = new HashSet<>();

	private final Set<Item> narrowed = new HashSet<>();

	private final Set<Key> restored = new HashSet<>();

	private boolean tableGone;

	private boolean ambiguous;

	/** The columns that have got another type, and whether the way back is known. */
	private final Map<Item, Boolean> converted = new LinkedHashMap<>();

	private final boolean computed;

	private boolean compared;

	/**
	 * Create a description of a copy.
	 * @param name its name, quoted, with its schema
	 * @param number its number
	 * @param rows the rows it is of
	 * @param columns the columns it has
	 * @param computed whether columns may get other values without another type
	 */
	KeptCopy(String name, int number, Item table, TableRows rows, List<Item> columns, boolean computed) {
		this.computed = computed;
		this.name = name;
		this.number = number;
		this.table = table;
		this.rows = rows;
		this.columns = columns;
	}

	String name() {
		return this.name;
	}

	int number() {
		return this.number;
	}

	Item table() {
		return this.table;
	}

	TableRows rows() {
		return this.rows;
	}

	List<Item> columns() {
		return this.columns;
	}

	Map<Item, Boolean> converted() {
		return this.converted;
	}

	Set<Item> gone() {
		return this.gone;
	}

	/** The columns with values that get lost on the way back though they are right. */
	Set<Item> narrowed() {
		return this.narrowed;
	}

	/** The columns that it gives their values back. */
	Set<Key> restored() {
		return this.restored;
	}

	/** Whether the whole table has gone. */
	boolean isTableGone() {
		return this.tableGone;
	}

	void tableIsGone() {
		this.tableGone = true;
	}

	/**
	 * Whether rows have come and gone since that cannot be told from others without the
	 * values.
	 */
	boolean isAmbiguous() {
		return this.ambiguous;
	}

	/** Rows of some tables have changed since. */
	void changedSince(Set<Key> tables) {
		this.ambiguous = tables.contains(this.table.key()) && this.rows.key(Set.of()).isEmpty();
	}

	/** Whether nothing was lost. */
	boolean isUseless() {
		return this.gone.isEmpty() && this.converted.isEmpty() && !(this.tableGone && isWhole());
	}

	boolean isComputed() {
		return this.computed;
	}

	boolean isWhole() {
		return Set.copyOf(this.columns).containsAll(this.rows.columns());
	}

	boolean wasCompared() {
		return this.compared;
	}

	/** Whether it was looked at after what it was made for; from now on it was. */
	boolean isCompared() {
		boolean before = this.compared;
		this.compared = true;
		return before;
	}

	/** Whether values have become others by another type and back. */
	String differs(Item column) {
		return "SELECT EXISTS (SELECT 1 FROM %s WHERE %s::text IS DISTINCT FROM %s)".formatted(this.name,
				Names.quoted(column.name()), back(column));
	}

	/** The column for what becomes of a value by another type and back. */
	static String back(Item column) {
		return Names.quoted("~back " + column.key().part());
	}

}
