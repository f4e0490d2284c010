package io.soundshare.migrations.engine.recording.postgres;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The columns by which rows that have changed are found again.
 */
final class RowKeys {

	private final Catalog first;

	private final Matching matching;

	private final DataStep step;

	/** The columns that have all of their values again. */
	private final Set<Key> restored;

	private final Map<Key, List<Item>> keys = new HashMap<>();

	/** The catalogue after the change set. */
	private final Catalog last;

	private final @Nullable SchemaUndo schema;

	/** Whether the types that were there before are what they were. */
	private final boolean typesLast;

	/**
	 * Create a search for keys.
	 * @param matching what the tables are undone to and from
	 * @param last the catalogue after the change set
	 * @param restored the columns that have all of their values again
	 * @param schema what gives columns their types back; {@code null} if they have them
	 */
	RowKeys(Matching matching, Catalog last, DataStep step, Set<Key> restored, @Nullable SchemaUndo schema) {
		this.schema = schema;
		this.first = matching.before();
		this.last = last;
		this.typesLast = this.first.groups()
			.stream()
			.filter((group) -> group.whole().kind() == Kind.TYPE)
			.allMatch((group) -> {
				Catalog.Group now = last.group(group.owner());
				return now != null && Item.areSame(group.items(), now.items());
			});
		this.matching = matching;
		this.step = step;
		this.restored = restored;
	}

	/** The columns that a row is found by; none if all are needed. */
	List<Item> key(RowEvent event) {
		return this.keys.computeIfAbsent(event.table(), this::key)
			.stream()
			.allMatch((column) -> event.values().containsKey(column.key().part()))
					? Objects.requireNonNull(this.keys.get(event.table())) : List.of();
	}

	private List<Item> key(Key table) {
		return TableRows.uniques(this.step.at(), table)
			.map((key) -> TableRows.keyColumns(this.step.at(), table, key))
			.filter((columns) -> !columns.isEmpty() && columns.stream().noneMatch(this::isAnother)
					&& isKeyAfter(table, columns))
			.findFirst()
			.map((columns) -> columns.stream().map(this::target).map(Objects::requireNonNull).toList())
			.orElse(List.of());
	}

	/** What alters a table and changes its rows may have taken the key away. */
	private boolean isKeyAfter(Key table, List<Item> columns) {
		if (this.step.at() == this.step.after() || this.step.after().group(table) == null) {
			return true;
		}
		List<Key> keys = columns.stream().map(Item::key).toList();
		return TableRows.uniques(this.step.after(), table)
			.anyMatch((key) -> TableRows.keyColumns(this.step.after(), table, key)
				.stream()
				.map(Item::key)
				.toList()
				.equals(keys));
	}

	private @Nullable Item target(Item column) {
		return this.first.column(column.owner(), column.key().part());
	}

	/**
	 * Whether a column was not there before, or was of another type then or is one now. A
	 * table that is gone now has come back with the values it had.
	 */
	boolean isAnother(Item column) {
		Item then = target(column);
		Item after = this.step.after().column(column.owner(), column.key().part());
		Item now = this.matching.after().column(column.owner(), column.key().part());
		boolean gone = this.matching.after().group(column.owner()) == null;
		boolean lost = !this.restored.contains(column.key())
				&& ((now != null && then != null) ? isConverted(then, now) : !gone);
		return then == null || lost || isConverted(then, column)
				|| ((after != null) ? isConverted(then, after) : this.step.after().group(column.owner()) != null);
	}

	/**
	 * Whether the values of a column, if nobody has changed them since, are what they
	 * were when the rows changed: written in the same way, too.
	 * @param column the column as it was before the change set
	 */
	boolean isSteady(Item column) {
		Item at = this.step.at().column(column.owner(), column.key().part());
		Item after = this.step.after().column(column.owner(), column.key().part());
		boolean meanwhile = this.step.at() == this.step.after()
				|| (at != null && after != null && after.version().equals(at.version()));
		return at != null && meanwhile && (!TableRows.isConverted(at, column) || isTolerant(column, at))
				&& isBack(column) && (this.typesLast || column.number("typeoid") < 16384);
	}

	private boolean isTolerant(Item column, Item at) {
		return Casts.isWider(column, at) && beside(column) != null && !TableRows.isUnique(this.first, column);
	}

	/**
	 * The column with the values that a column has no way back for; {@code null} if there
	 * is none.
	 */
	@Nullable String beside(Item column) {
		return (this.schema != null) ? this.schema.beside(column) : null;
	}

	private boolean isBack(Item column) {
		Item now = this.last.column(column.owner(), column.key().part());
		return this.restored.contains(column.key())
				|| ((now != null) ? !isConverted(column, now) : this.last.group(column.owner()) == null);
	}

	/** Whether a column has got a type in which its values may be others. */
	private static boolean isConverted(Item then, Item other) {
		return TableRows.isConverted(then, other) && !Casts.isWider(then, other);
	}

}
