package io.soundshare.migrations.autogenerate.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Named;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Sequence;
import io.soundshare.migrations.autogenerate.model.Table;
import org.jspecify.annotations.Nullable;

/**
 * Finds what makes one schema of another, in an order in which it can be done: what is in
 * the way goes first, what refers comes last. Undone in the opposite order, each by its
 * inverse, the first schema is back.
 */
public final class Comparer {

	private final Rules rules;

	private final Product product;

	private final Schema current;

	private final Schema wanted;

	private final Fills fills;

	private final List<Difference> foreignKeysFirst = new ArrayList<>();

	private final List<Difference> partsFirst = new ArrayList<>();

	private final List<Difference> replaced = new ArrayList<>();

	private final List<Difference> created = new ArrayList<>();

	private final List<Difference> columns = new ArrayList<>();

	private final List<Difference> keysFirst = new ArrayList<>();

	private final List<Difference> altered = new ArrayList<>();

	private final List<Difference> keys = new ArrayList<>();

	private final List<Difference> columnsLast = new ArrayList<>();

	private final List<Difference> parts = new ArrayList<>();

	private final List<Difference> foreignKeys = new ArrayList<>();

	private final List<Difference> dropped = new ArrayList<>();

	private Comparer(Schema current, Schema wanted, Rules rules, Fills fills) {
		this.current = current;
		this.wanted = wanted;
		this.rules = rules;
		this.product = rules.product();
		this.fills = fills;
	}

	/**
	 * Compare two schemas of one product.
	 * @param current the schema there is
	 * @param wanted the schema there is to be
	 * @param product what is the same
	 * @param fills what the rows there are get in columns that take no NULL
	 * @return the differences in the order in which they are mended
	 */
	public static List<Difference> compare(Schema current, Schema wanted, Product product, Fills fills) {
		return new Comparer(current, wanted, new Rules(product, false), fills).compare();
	}

	/**
	 * Compare two schemas down to what is left alone otherwise: defaults, comments,
	 * checks without a name.
	 * @param current the schema there is
	 * @param wanted the schema there is to be
	 * @param product what is the same
	 * @return the differences in the order in which they are mended
	 */
	public static List<Difference> strictly(Schema current, Schema wanted, Product product) {
		return new Comparer(current, wanted, new Rules(product, true), Fills.NONE).compare();
	}

	private List<Difference> compare() {
		Set<String> missingSchemas = new TreeSet<>(this.wanted.schemas());
		missingSchemas.removeAll(this.current.schemas());
		missingSchemas.forEach((name) -> this.created.add(new Difference.CreateSchema(name)));
		compareSequences();
		Map<ObjectName, Table> before = byKey(this.current.tables());
		Map<ObjectName, Table> after = byKey(this.wanted.tables());
		List<Table> missing = after.entrySet()
			.stream()
			.filter((entry) -> !before.containsKey(entry.getKey()))
			.map(Map.Entry::getValue)
			.toList();
		List<Table> extra = before.entrySet()
			.stream()
			.filter((entry) -> !after.containsKey(entry.getKey()))
			.map(Map.Entry::getValue)
			.toList();
		Map<Table, TableComparison> pairs = new LinkedHashMap<>();
		after.forEach((key, table) -> {
			Table existing = before.get(key);
			if (existing != null) {
				pairs.put(existing, new TableComparison(existing, table, this.rules, this.fills));
			}
		});
		for (Table table : new TableOrder(this.product).referencedFirst(missing)) {
			this.created.add(new Difference.CreateTable(table));
			table.foreignKeys().forEach((key) -> this.foreignKeys.add(new Difference.AddPart(table.name(), key)));
		}
		List<Table> referencedFirst = new TableOrder(this.product).referencedFirst(extra);
		for (Table table : referencedFirst) {
			table.foreignKeys().forEach((key) -> this.foreignKeysFirst.add(new Difference.DropPart(table.name(), key)));
			this.dropped.add(0, new Difference.DropTable(table));
		}
		pairs.forEach((table, pair) -> collect(table, pair, pairs));
		return Stream
			.of(this.foreignKeysFirst, this.partsFirst, this.replaced, this.created, this.columns, this.keysFirst,
					this.altered, this.keys, this.columnsLast, this.parts, this.foreignKeys, this.dropped)
			.flatMap(List::stream)
			.toList();
	}

	private void collect(Table table, TableComparison pair, Map<Table, TableComparison> pairs) {
		ObjectName name = pair.name();
		// By identity: two parts of a table may be equal, as two without a name can.
		Set<Named> removed = Collections.newSetFromMap(new IdentityHashMap<>());
		removed.addAll(pair.dropped());
		List<Named> added = new ArrayList<>(pair.added());
		// A key whose other end changes is in the way, though it stays.
		for (Map.Entry<Named, Named> kept : pair.kept().entrySet()) {
			if (pair.isInTheWay(kept.getKey())
					|| (kept.getKey() instanceof ForeignKey key && isEndInTheWay(key, pairs))) {
				removed.add(kept.getKey());
				added.add(kept.getValue());
			}
		}
		table.foreignKeys()
			.stream()
			.filter(removed::contains)
			.forEach((part) -> this.foreignKeysFirst.add(drop(name, part)));
		pair.currentParts().stream().filter(removed::contains).forEach((part) -> this.partsFirst.add(drop(name, part)));
		this.replaced.addAll(pair.replacedColumns());
		this.columns.addAll(pair.addedColumns());
		boolean remade = pair.keyIsRemade();
		PrimaryKey before = pair.current().primaryKey();
		PrimaryKey after = pair.wanted().primaryKey();
		if (before != null && (remade || pair.keyChanges())) {
			(remade ? this.altered : this.keysFirst).add(drop(name, before));
		}
		this.altered.addAll(pair.alteredColumns());
		if (after != null && (remade || pair.keyChanges())) {
			(remade ? this.altered : this.keys).add(new Difference.AddPart(name, after));
		}
		this.columnsLast.addAll(pair.droppedColumns());
		for (Named part : added) {
			// One that only makes way is taken by all rows already.
			if (part instanceof CheckConstraint check && pair.added().stream().anyMatch((other) -> other == part)) {
				this.parts.addAll(fits(pair, check));
			}
			((part instanceof ForeignKey) ? this.foreignKeys : this.parts).add(new Difference.AddPart(name, part));
		}
	}

	/** What gives rows a value that a check takes, where one is known. */
	private List<Difference> fits(TableComparison pair, CheckConstraint check) {
		List<Difference> fits = new ArrayList<>();
		for (Column column : pair.keptColumns()) {
			Fill fill = MentionedNames.mentions(check.expression().read(), column.name())
					? this.fills.unfit(pair.wanted(), column) : null;
			if (fill != null) {
				String unfit = "NOT (" + check.expression().written() + ")";
				fits.add(new Difference.FillRows(pair.name(), column, fill, unfit));
			}
		}
		return fits;
	}

	private boolean isEndInTheWay(ForeignKey key, Map<Table, TableComparison> pairs) {
		return pairs.entrySet()
			.stream()
			.filter((entry) -> sameName(entry.getKey().name(), key.referencedTable()))
			.anyMatch((entry) -> entry.getValue().isReferenceInTheWay(key));
	}

	private void compareSequences() {
		for (Sequence sequence : this.wanted.sequences()) {
			Sequence existing = find(this.current.sequences(), sequence.name());
			if (existing == null) {
				this.created.add(new Difference.CreateSequence(sequence));
			}
			else if (existing.increment() != 0 && sequence.increment() != 0) {
				Sequence altered = new Sequence(existing.name(),
						beginsTooLow(existing, sequence) ? sequence.start() : existing.start(), sequence.increment());
				if (altered.increment() != existing.increment() || altered.start() != existing.start()) {
					this.altered.add(new Difference.AlterSequence(existing, altered));
				}
			}
		}
		for (Sequence sequence : this.current.sequences()) {
			if (find(this.wanted.sequences(), sequence.name()) == null) {
				this.dropped.add(new Difference.DropSequence(sequence));
			}
		}
	}

	/**
	 * Hibernate takes a first value that is not the one it knows of for the end of a
	 * block, and hands out the ids below.
	 */
	private boolean beginsTooLow(Sequence existing, Sequence wanted) {
		return !this.rules.strict() && existing.increment() > 0 && wanted.increment() > 0
				&& existing.start() < wanted.start();
	}

	private @Nullable Sequence find(List<Sequence> sequences, ObjectName name) {
		return sequences.stream().filter((sequence) -> sameName(sequence.name(), name)).findFirst().orElse(null);
	}

	private static Difference drop(ObjectName table, Named part) {
		return new Difference.DropPart(table, part);
	}

	private Map<ObjectName, Table> byKey(Collection<Table> tables) {
		Map<ObjectName, Table> byKey = new LinkedHashMap<>();
		tables.forEach((table) -> byKey.put(this.product.key(table.name()), table));
		return byKey;
	}

	private boolean sameName(ObjectName a, ObjectName b) {
		return this.product.key(a).equals(this.product.key(b));
	}

}
