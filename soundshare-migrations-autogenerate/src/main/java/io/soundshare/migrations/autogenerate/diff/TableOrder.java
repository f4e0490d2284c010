package io.soundshare.migrations.autogenerate.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Table;

/**
 * Tables in the order in which they can be created. Of tables that refer to each other in
 * a circle, the first one stays first.
 */
final class TableOrder {

	private final Product product;

	TableOrder(Product product) {
		this.product = product;
	}

	List<Table> referencedFirst(List<Table> tables) {
		Map<ObjectName, Table> byName = new HashMap<>();
		tables.forEach((table) -> byName.put(this.product.key(table.name()), table));
		List<Table> ordered = new ArrayList<>();
		Set<Table> visited = new HashSet<>();
		tables.forEach((table) -> visit(table, byName, visited, ordered));
		return ordered;
	}

	private void visit(Table table, Map<ObjectName, Table> byName, Set<Table> visited, List<Table> ordered) {
		if (!visited.add(table)) {
			return;
		}
		for (ForeignKey key : table.foreignKeys()) {
			Table referenced = byName.get(this.product.key(key.referencedTable()));
			if (referenced != null) {
				visit(referenced, byName, visited, ordered);
			}
		}
		ordered.add(table);
	}

}
