package io.soundshare.migrations.autogenerate.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Named;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;

/**
 * A table as it is beside the table as it is to be.
 */
final class TableComparison {

	private final Table current;

	private final Table expected;

	private final Rules rules;

	private final Fills fills;

	private final ColumnDifferences columns;

	private final KeyComparison key;

	private final PartMatch parts;

	TableComparison(Table current, Table expected, Rules rules, Fills fills) {
		this.current = current;
		this.expected = expected;
		this.rules = rules;
		this.fills = fills;
		this.columns = new ColumnDifferences(current, expected, rules, fills);
		this.key = new KeyComparison(current, expected, this.columns, rules);
		this.parts = new PartMatch(partsOf(current), partsOf(expected), rules);
	}

	/** The parts of a table, but for the primary key. */
	private static List<Named> partsOf(Table table) {
		return Stream.<List<? extends Named>>of(table.foreignKeys(), table.uniques(), table.checks(), table.indexes())
			.<Named>flatMap(List::stream)
			.toList();
	}

	/**
	 * Add what mends the differences.
	 * @param all all tables that are there before and after, this one among them
	 * @param operations what there is to do
	 */
	void addTo(Collection<TableComparison> all, Operations operations) {
		List<Named> added = new ArrayList<>(this.parts.added());
		for (Named part : partsOf(this.current)) {
			Named kept = this.parts.kept().get(part);
			if (kept != null && isInTheWay(part, all)) {
				added.add(kept);
				drop(part, operations);
			}
			// By identity: two parts of a table may be equal, as two without a name can.
			else if (this.parts.dropped().stream().anyMatch((other) -> other == part)) {
				drop(part, operations);
			}
		}
		addColumnsTo(operations);
		for (Named part : added) {
			// One that only makes way is taken by all rows already.
			if (part instanceof CheckConstraint check
					&& this.parts.added().stream().anyMatch((other) -> other == part)) {
				operations.addAll(Operations.Stage.ADD_PARTS, fits(check));
			}
			operations.add(
					(part instanceof ForeignKey) ? Operations.Stage.ADD_FOREIGN_KEYS : Operations.Stage.ADD_PARTS,
					new Difference.AddPart(name(), part));
		}
	}

	private void drop(Named part, Operations operations) {
		operations.add((part instanceof ForeignKey) ? Operations.Stage.DROP_FOREIGN_KEYS : Operations.Stage.DROP_PARTS,
				new Difference.DropPart(name(), part));
	}

	/** A key whose other end changes is in the way, though it stays. */
	private boolean isInTheWay(Named part, Collection<TableComparison> all) {
		return new PartsInTheWay(this.columns).include(part) || (part instanceof ForeignKey reference
				&& all.stream().anyMatch((other) -> other.disturbs(reference)));
	}

	private void addColumnsTo(Operations operations) {
		operations.addAll(Operations.Stage.REPLACE_COLUMNS, this.columns.replaced());
		operations.addAll(Operations.Stage.ADD_COLUMNS, this.columns.added());
		boolean remade = this.key.isRemade();
		PrimaryKey before = this.current.primaryKey();
		PrimaryKey after = this.expected.primaryKey();
		if (before != null && (remade || this.key.differs())) {
			operations.add(remade ? Operations.Stage.ALTER : Operations.Stage.DROP_KEYS,
					new Difference.DropPart(name(), before));
		}
		operations.addAll(Operations.Stage.ALTER, this.columns.altered());
		if (!this.rules.isSettled(this.current.comment(), this.expected.comment())) {
			operations.add(Operations.Stage.ALTER,
					new Difference.AlterComment(name(), this.current.comment(), this.expected.comment()));
		}
		if (after != null && (remade || this.key.differs())) {
			operations.add(remade ? Operations.Stage.ALTER : Operations.Stage.ADD_KEYS,
					new Difference.AddPart(name(), after));
		}
		operations.addAll(Operations.Stage.DROP_COLUMNS, this.columns.dropped());
	}

	/** Operations that give rows a value which a check takes, where one is known. */
	private List<Difference> fits(CheckConstraint check) {
		List<Difference> fits = new ArrayList<>();
		for (Column column : this.columns.kept()) {
			Fill fill = MentionedNames.mentions(check.expression().canonical(), column.name())
					? this.fills.unfit(this.expected, column) : null;
			if (fill != null) {
				String unfit = "NOT (" + check.expression().declared() + ")";
				fits.add(new Difference.FillRows(name(), column, fill, unfit));
			}
		}
		return fits;
	}

	/** Whether a foreign key that refers to this table cannot stay while it changes. */
	private boolean disturbs(ForeignKey reference) {
		Product product = this.rules.product();
		if (!product.key(name()).equals(product.key(reference.referencedTable()))) {
			return false;
		}
		Set<String> referenced = this.rules.keys(reference.referencedColumns());
		return this.key.differs() || reference.referencedColumns().stream().anyMatch(this.columns::touches)
				|| this.parts.dropped()
					.stream()
					.anyMatch((part) -> part instanceof UniqueConstraint unique
							&& this.rules.keys(unique.columns()).equals(referenced));
	}

	private ObjectName name() {
		return this.current.name();
	}

}
