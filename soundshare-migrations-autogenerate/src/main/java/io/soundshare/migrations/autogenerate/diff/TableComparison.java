package io.soundshare.migrations.autogenerate.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.Named;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is beside the table as it is to be.
 */
final class TableComparison {

	private final Table current;

	private final Table wanted;

	private final Rules rules;

	private final Product product;

	private final PartMatch parts;

	private final List<Difference.AddColumn> addedColumns = new ArrayList<>();

	private final List<Difference> alteredColumns = new ArrayList<>();

	private final List<Difference.DropColumn> droppedColumns = new ArrayList<>();

	private final List<Difference.DropColumn> replacedColumns = new ArrayList<>();

	/**
	 * Columns that go, or whose values become other ones: nothing may hold on to them.
	 */
	private final Set<String> touched = new HashSet<>();

	TableComparison(Table current, Table wanted, Rules rules, Fills fills) {
		this.current = current;
		this.wanted = wanted;
		this.rules = rules;
		this.product = rules.product();
		compareColumns(fills);
		this.parts = new PartMatch(partsOf(current), partsOf(wanted), rules);
		if (!rules.isSettled(current.comment(), wanted.comment())) {
			this.alteredColumns.add(new Difference.AlterComment(current.name(), current.comment(), wanted.comment()));
		}
	}

	private void compareColumns(Fills fills) {
		Map<String, Column> before = byKey(this.current.columns());
		Map<String, Column> after = byKey(this.wanted.columns());
		before.forEach((key, column) -> {
			if (!after.containsKey(key)) {
				this.droppedColumns.add(dropped(fills, column));
				this.touched.add(key);
			}
		});
		after.forEach((key, column) -> {
			Column existing = before.get(key);
			if (existing == null) {
				this.addedColumns.add(new Difference.AddColumn(name(), column, fills.added(this.wanted, column)));
				return;
			}
			ColumnComparison comparison = new ColumnComparison(existing,
					goesOnNumbering(existing, column) ? column.numberedAs(existing) : column, this.rules);
			if (comparison.replaces()) {
				this.replacedColumns.add(dropped(fills, existing));
				this.addedColumns.add(new Difference.AddColumn(name(), column, fills.added(this.wanted, column)));
			}
			else if (comparison.differs()) {
				this.alteredColumns.add(new Difference.AlterColumn(name(), existing, comparison.result(),
						fills.altered(this.wanted, existing, column),
						(!existing.nullable() && column.nullable()) ? restoredFill(fills, existing) : null));
			}
			if (comparison.replaces() || comparison.converts()) {
				this.touched.add(key);
			}
		});
	}

	/**
	 * An INTEGER PRIMARY KEY of SQLite takes the numbers an application hands out as any
	 * other key does: that it could hand out its own is no reason to rebuild the table.
	 */
	private boolean goesOnNumbering(Column existing, Column column) {
		PrimaryKey key = this.wanted.primaryKey();
		return this.product.numbersRowsByKey() && !this.rules.strict() && existing.identity() && !column.identity()
				&& key != null && keys(key.columns()).equals(Set.of(key(column)))
				&& this.product.sameType(existing.type().read(), column.type().read());
	}

	/**
	 * What the rows get if a column that goes has to come back, or takes no NULL again.
	 */
	private @Nullable Fill restoredFill(Fills fills, Column column) {
		return column.needsValue() ? fills.restored(this.current, column) : null;
	}

	private Difference.DropColumn dropped(Fills fills, Column column) {
		PrimaryKey key = this.current.primaryKey();
		return new Difference.DropColumn(name(), column, restoredFill(fills, column),
				key != null && keys(key.columns()).contains(key(column)));
	}

	private Map<String, Column> byKey(List<Column> columns) {
		Map<String, Column> byKey = new LinkedHashMap<>();
		columns.forEach((column) -> byKey.put(this.product.key(column.name()), column));
		return byKey;
	}

	/** Everything but the primary key. */
	private static List<Named> partsOf(Table table) {
		return Stream.<List<? extends Named>>of(table.foreignKeys(), table.uniques(), table.checks(), table.indexes())
			.<Named>flatMap(List::stream)
			.toList();
	}

	ObjectName name() {
		return this.current.name();
	}

	Table current() {
		return this.current;
	}

	Table wanted() {
		return this.wanted;
	}

	/** The keys, checks and indexes that go. */
	List<Named> dropped() {
		return this.parts.dropped();
	}

	/** Those that come. */
	List<Named> added() {
		return this.parts.added();
	}

	/** Those that stay, as they are and as they are to be. */
	Map<Named, Named> kept() {
		return this.parts.kept();
	}

	/** All but foreign keys, as they are. */
	List<Named> currentParts() {
		return partsOf(this.current).stream().filter((part) -> !(part instanceof ForeignKey)).toList();
	}

	/** The columns that are there before and after, as they are to be. */
	List<Column> keptColumns() {
		List<Column> kept = new ArrayList<>(this.wanted.columns());
		this.addedColumns.forEach((add) -> kept.remove(add.column()));
		return kept;
	}

	List<Difference.AddColumn> addedColumns() {
		return this.addedColumns;
	}

	List<Difference> alteredColumns() {
		return this.alteredColumns;
	}

	List<Difference.DropColumn> droppedColumns() {
		return this.droppedColumns;
	}

	List<Difference.DropColumn> replacedColumns() {
		return this.replacedColumns;
	}

	boolean keyChanges() {
		PrimaryKey before = this.current.primaryKey();
		PrimaryKey after = this.wanted.primaryKey();
		if (before == null || after == null) {
			return before != after;
		}
		return !sameKey(before, after) || this.replacedColumns.stream()
			.anyMatch((drop) -> keys(before.columns()).contains(key(drop.column())));
	}

	/** In which order a key has its columns is no reason to make it anew. */
	private boolean sameKey(PrimaryKey before, PrimaryKey after) {
		List<String> one = before.columns().stream().map(this.product::key).toList();
		List<String> other = after.columns().stream().map(this.product::key).toList();
		return this.rules.strict() ? one.equals(other) : Set.copyOf(one).equals(Set.copyOf(other));
	}

	/** Whether it is the key that has to change for rows to be numbered, or not to be. */
	boolean keyIsRemade() {
		return this.product.numbersRowsByKey() && !keyChanges()
				&& this.alteredColumns.stream()
					.anyMatch((difference) -> difference instanceof Difference.AlterColumn alter
							&& alter.from().identity() != alter.to().identity());
	}

	/** Whether a part cannot stay while the columns change. */
	boolean isInTheWay(Named part) {
		if (part instanceof ForeignKey key) {
			return key.columns().stream().anyMatch(this::isTouched);
		}
		if (part instanceof CheckConstraint check) {
			return this.touched.stream()
				.anyMatch((column) -> MentionedNames.mentions(check.expression().read(), column));
		}
		List<String> columns = (part instanceof UniqueConstraint unique) ? unique.columns()
				: (part instanceof Index index) ? index.columns() : List.of();
		return columns.stream()
			.anyMatch((column) -> this.replacedColumns.stream()
				.map((drop) -> key(drop.column()))
				.anyMatch(this.product.key(column)::equals));
	}

	/** Whether a foreign key to this table cannot stay while this table changes. */
	boolean isReferenceInTheWay(ForeignKey key) {
		return keyChanges() || key.referencedColumns().stream().anyMatch(this::isTouched)
				|| dropped().stream()
					.anyMatch((part) -> part instanceof UniqueConstraint unique
							&& keys(unique.columns()).equals(keys(key.referencedColumns())));
	}

	private boolean isTouched(String column) {
		return this.touched.contains(this.product.key(column));
	}

	private String key(Column column) {
		return this.product.key(column.name());
	}

	private Set<String> keys(List<String> columns) {
		Set<String> keys = new HashSet<>();
		columns.forEach((column) -> keys.add(this.product.key(column)));
		return keys;
	}

}
