package io.soundshare.migrations.autogenerate.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Table;

/**
 * Comparison of two schemas: the operations that make the one of the other, in an order
 * in which they can be done. Undone in the opposite order, each by its inverse, the first
 * schema is back.
 */
public final class Comparer {

	private final Rules rules;

	private final Schema current;

	private final Schema expected;

	private final Fills fills;

	private Comparer(Schema current, Schema expected, Rules rules, Fills fills) {
		this.current = current;
		this.expected = expected;
		this.rules = rules;
		this.fills = fills;
	}

	/**
	 * Compare two schemas of one product.
	 * @param current the schema there is
	 * @param expected the schema there is to be
	 * @param product what is the same
	 * @param fills what the rows there are get in columns that take no NULL
	 * @return the differences in the order in which they are mended
	 */
	public static List<Difference> compare(Schema current, Schema expected, Product product, Fills fills) {
		return new Comparer(current, expected, new Rules(product, false), fills).compare();
	}

	/**
	 * Compare two schemas down to what is left alone otherwise: defaults, comments,
	 * checks without a name.
	 * @param current the schema there is
	 * @param expected the schema there is to be
	 * @param product what is the same
	 * @return the differences in the order in which they are mended
	 */
	public static List<Difference> strictly(Schema current, Schema expected, Product product) {
		return new Comparer(current, expected, new Rules(product, true), Fills.NONE).compare();
	}

	private List<Difference> compare() {
		Operations operations = new Operations();
		Set<String> missing = new TreeSet<>(this.expected.schemas());
		missing.removeAll(this.current.schemas());
		missing.forEach((name) -> operations.add(Operations.Stage.CREATE, new Difference.CreateSchema(name)));
		Map<ObjectName, Table> before = byKey(this.current.tables());
		Map<ObjectName, Table> after = byKey(this.expected.tables());
		drop(without(before, after.keySet()), operations);
		new SequenceComparison(this.current.sequences(), this.expected.sequences(), this.rules).addTo(operations);
		create(without(after, before.keySet()), operations);
		List<TableComparison> pairs = new ArrayList<>();
		after.forEach((key, table) -> {
			Table existing = before.get(key);
			if (existing != null) {
				pairs.add(new TableComparison(existing, table, this.rules, this.fills));
			}
		});
		pairs.forEach((pair) -> pair.addTo(pairs, operations));
		return operations.inOrder();
	}

	private void create(List<Table> tables, Operations operations) {
		for (Table table : new TableOrder(this.rules.product()).referencedFirst(tables)) {
			operations.add(Operations.Stage.CREATE, new Difference.CreateTable(table));
			table.foreignKeys()
				.forEach((key) -> operations.add(Operations.Stage.ADD_FOREIGN_KEYS,
						new Difference.AddPart(table.name(), key)));
		}
	}

	private void drop(List<Table> tables, Operations operations) {
		List<Table> referencedFirst = new TableOrder(this.rules.product()).referencedFirst(tables);
		List<Difference> drops = new ArrayList<>();
		for (Table table : referencedFirst) {
			table.foreignKeys()
				.forEach((key) -> operations.add(Operations.Stage.DROP_FOREIGN_KEYS,
						new Difference.DropPart(table.name(), key)));
			drops.add(0, new Difference.DropTable(table));
		}
		operations.addAll(Operations.Stage.DROP, drops);
	}

	private static List<Table> without(Map<ObjectName, Table> tables, Set<ObjectName> names) {
		return tables.entrySet()
			.stream()
			.filter((entry) -> !names.contains(entry.getKey()))
			.map(Map.Entry::getValue)
			.toList();
	}

	private Map<ObjectName, Table> byKey(Collection<Table> tables) {
		Map<ObjectName, Table> byKey = new LinkedHashMap<>();
		tables.forEach((table) -> byKey.put(this.rules.product().key(table.name()), table));
		return byKey;
	}

}
