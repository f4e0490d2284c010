package io.soundshare.migrations.autogenerate.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Table;
import org.jspecify.annotations.Nullable;

/**
 * Differences between the columns a table has and those it is to have.
 */
final class ColumnDifferences {

	private final Table current;

	private final Table expected;

	private final Rules rules;

	private final Product product;

	private final Fills fills;

	private final List<Difference.AddColumn> added = new ArrayList<>();

	private final List<Difference.AlterColumn> altered = new ArrayList<>();

	private final List<Difference.DropColumn> dropped = new ArrayList<>();

	private final List<Difference.DropColumn> replaced = new ArrayList<>();

	private final Set<String> touched = new HashSet<>();

	ColumnDifferences(Table current, Table expected, Rules rules, Fills fills) {
		this.current = current;
		this.expected = expected;
		this.rules = rules;
		this.product = rules.product();
		this.fills = fills;
		Map<String, Column> before = byKey(current.columns());
		Map<String, Column> after = byKey(expected.columns());
		before.forEach((key, column) -> {
			if (!after.containsKey(key)) {
				this.dropped.add(drop(column));
				this.touched.add(key);
			}
		});
		after.forEach((key, column) -> {
			Column existing = before.get(key);
			if (existing == null) {
				this.added.add(add(column));
			}
			else {
				compare(key, existing, column);
			}
		});
	}

	private void compare(String key, Column existing, Column column) {
		ColumnComparison comparison = new ColumnComparison(existing,
				goesOnNumbering(existing, column) ? column.numberedAs(existing) : column, this.rules);
		if (comparison.replaces()) {
			this.replaced.add(drop(existing));
			this.added.add(add(column));
		}
		else if (comparison.differs()) {
			this.altered.add(new Difference.AlterColumn(name(), existing, comparison.result(),
					this.fills.altered(this.expected, existing, column),
					(!existing.nullable() && column.nullable()) ? restoredFill(existing) : null));
		}
		if (comparison.replaces() || comparison.converts()) {
			this.touched.add(key);
		}
	}

	/**
	 * An INTEGER PRIMARY KEY of SQLite takes the numbers an application hands out as any
	 * other key does: that it could hand out its own is no reason to rebuild the table.
	 */
	private boolean goesOnNumbering(Column existing, Column column) {
		PrimaryKey key = this.expected.primaryKey();
		return this.product.numbersRowsByKey() && !this.rules.strict() && existing.identity() && !column.identity()
				&& key != null && this.rules.keys(key.columns()).equals(Set.of(key(column)))
				&& this.product.sameType(existing.type().canonical(), column.type().canonical());
	}

	private Difference.AddColumn add(Column column) {
		return new Difference.AddColumn(name(), column, this.fills.added(this.expected, column));
	}

	private Difference.DropColumn drop(Column column) {
		PrimaryKey key = this.current.primaryKey();
		return new Difference.DropColumn(name(), column, restoredFill(column),
				key != null && this.rules.keys(key.columns()).contains(key(column)));
	}

	/**
	 * The value for rows if a column that goes has to come back, or takes no NULL again.
	 */
	private @Nullable Fill restoredFill(Column column) {
		return column.needsValue() ? this.fills.restored(this.current, column) : null;
	}

	List<Difference.AddColumn> added() {
		return this.added;
	}

	List<Difference.AlterColumn> altered() {
		return this.altered;
	}

	List<Difference.DropColumn> dropped() {
		return this.dropped;
	}

	/** Columns that go for others of the same name. */
	List<Difference.DropColumn> replaced() {
		return this.replaced;
	}

	/** The columns that are there before and after, as they are to be. */
	List<Column> kept() {
		List<Column> kept = new ArrayList<>(this.expected.columns());
		this.added.forEach((add) -> kept.remove(add.column()));
		return kept;
	}

	/**
	 * The keys of the columns that go, or whose values become other ones: nothing may
	 * hold on to them.
	 */
	Set<String> touched() {
		return this.touched;
	}

	boolean touches(String column) {
		return this.touched.contains(this.product.key(column));
	}

	boolean replaces(String column) {
		return this.replaced.stream().anyMatch((drop) -> key(drop.column()).equals(this.product.key(column)));
	}

	private ObjectName name() {
		return this.current.name();
	}

	private Map<String, Column> byKey(List<Column> columns) {
		Map<String, Column> byKey = new LinkedHashMap<>();
		columns.forEach((column) -> byKey.put(key(column), column));
		return byKey;
	}

	private String key(Column column) {
		return this.product.key(column.name());
	}

}
