package io.soundshare.migrations.autogenerate.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.soundshare.migrations.autogenerate.model.GeneratedName;
import io.soundshare.migrations.autogenerate.model.Index;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;

/**
 * Reader of indexes, as Hibernate's StandardIndexExporter writes them. Those over
 * expressions or of some rows only are left out.
 */
final class IndexReader {

	private static final Pattern PARTIAL = Pattern.compile("(?i)\\bWHERE\\b");

	private final BootModel model;

	IndexReader(BootModel model) {
		this.model = model;
	}

	List<Index> read(Table table) {
		List<Index> indexes = new ArrayList<>();
		for (org.hibernate.mapping.Index index : table.getIndexes().values()) {
			String options = (index.getOptions() != null) ? index.getOptions() : "";
			boolean plain = index.getSelectables().stream().noneMatch(Selectable::isFormula)
					&& !PARTIAL.matcher(options).find();
			if (plain && this.model.hasAll(table, columns(index), "index")) {
				indexes.add(index(table, index));
			}
		}
		return indexes;
	}

	private Index index(Table table, org.hibernate.mapping.Index index) {
		List<Index.Part> parts = index.getSelectables().stream().map((column) -> part(index, column)).toList();
		if (!ImpliedName.is(index.getName())) {
			// Hibernate writes the name of an index without quotes.
			return new Index(this.model.product().keeps(index.getName(), false), true, index.isUnique(), parts);
		}
		String name = GeneratedName.index(this.model.name(table), parts.stream().map(Index.Part::column).toList());
		return new Index(name, false, index.isUnique(), parts);
	}

	private static List<Column> columns(org.hibernate.mapping.Index index) {
		return index.getSelectables().stream().map(Column.class::cast).toList();
	}

	private Index.Part part(org.hibernate.mapping.Index index, Selectable column) {
		String order = index.getSelectableOrderMap().get(column);
		return new Index.Part(this.model.name((Column) column),
				order != null && order.toLowerCase(Locale.ROOT).startsWith("desc"));
	}

}
