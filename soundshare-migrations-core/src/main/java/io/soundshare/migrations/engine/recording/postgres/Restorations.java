package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Makes what is gone and alters what is another, in the order of the earlier catalogue:
 * what holds rows before the rows come back, and after them whatever asks something of
 * them.
 */
final class Restorations {

	private final Matching matching;

	private final Changes changes;

	private final Conversions conversions;

	private final Ddl ddl;

	private final Graph graph;

	private final Set<Key> done = new HashSet<>();

	private final List<String> beforeRows = new ArrayList<>();

	private final List<String> afterRows = new ArrayList<>();

	private List<String> target = this.beforeRows;

	Restorations(Matching matching, Changes changes, Graph before, Conversions conversions) {
		this.matching = matching;
		this.changes = changes;
		this.conversions = conversions;
		this.ddl = new Ddl(matching.before());
		this.graph = before;
		Map<Key, Item> acting = new LinkedHashMap<>();
		matching.gone().forEach((item) -> acting.put(item.key(), item));
		matching.pairs().forEach((key, now) -> acting.put(key, matching.before().item(key)));
		changes.remade().forEach((key) -> addOld(acting, key));
		changes.converted().keySet().forEach((key) -> addOld(acting, key));
		changes.generated().forEach((key) -> addOld(acting, key));
		this.order = acting.values()
			.stream()
			.sorted(Comparator.comparing(Item::kind)
				.thenComparing((item) -> item.isRelation("iI"))
				.thenComparing((item) -> item.key().oid())
				.thenComparing((item) -> item.key().part()))
			.toList();
		this.acting = acting;
		this.order.stream().filter((item) -> item.kind().compareTo(Kind.CONSTRAINT) < 0).forEach(this::restore);
		this.target = this.afterRows;
	}

	private final Map<Key, Item> acting;

	private final List<Item> order;

	private void addOld(Map<Key, Item> acting, Key now) {
		Item item = this.matching.after().item(now);
		Item then = this.matching.old(item);
		if (then != null) {
			this.ddl.group(then)
				.items()
				.values()
				.stream()
				.filter((part) -> part.key().equals(then.key()) || !then.isPart())
				.forEach((part) -> acting.put(part.key(), part));
		}
	}

	/** Do what comes after the rows. */
	void finish() {
		this.order.forEach(this::restore);
	}

	private void restore(Item item) {
		if (!this.done.add(item.key())) {
			return;
		}
		for (Item need : needs(item)) {
			if (this.acting.containsKey(need.key())) {
				restore(need);
			}
		}
		Item now = this.matching.present(item);
		if (this.changes.isCreated(item)) {
			if (!isImplied(item)) {
				this.target.add(this.ddl.create(item) + inlineDefault(item));
				addNullable(item);
			}
		}
		else if (this.changes.isReplaced(item)) {
			this.target.add(this.ddl.replace(item));
		}
		else if (now != null && this.changes.isConverted(now) && !now.has("inherited")) {
			this.target.add(this.conversions.convert(item, now));
		}
	}

	private List<Item> needs(Item item) {
		List<Item> needs = new ArrayList<>();
		if (item.isPart()) {
			needs.add(this.ddl.owner(item));
		}
		else {
			// What its columns need, it needs as well when it is made with them.
			this.ddl.group(item)
				.items()
				.values()
				.stream()
				.filter((part) -> part.kind() == Kind.COLUMN)
				.forEach((column) -> needs.addAll(this.graph.needs(column)));
		}
		if (item.has("schemaoid")) {
			Item schema = this.matching.before().find(new Key(Key.SCHEMAS, item.number("schemaoid"), 0));
			if (schema != null) {
				needs.add(schema);
			}
		}
		Item value = inline(item);
		if (value != null) {
			needs.addAll(this.graph.needs(value));
		}
		needs.addAll(this.graph.needs(item));
		return needs;
	}

	/** A column may be empty though it must not be in the table it comes from. */
	private void addNullable(Item table) {
		if (table.kind() == Kind.TABLE && this.matching.before().parts(table.key(), Kind.INHERITANCE).size() > 0) {
			this.matching.before()
				.parts(table.key(), Kind.COLUMN)
				.stream()
				.filter((column) -> column.has("inherited") && !column.isSet("local") && !column.has("required"))
				.forEach((column) -> this.target
					.add(this.ddl.alter(table, "ALTER COLUMN " + Names.quoted(column.name()) + " DROP NOT NULL")));
		}
	}

	/** What is made with something else. */
	private boolean isImplied(Item item) {
		Item owner = item.isPart() ? this.ddl.owner(item) : item;
		boolean whole = item.isPart() && this.changes.isCreated(owner);
		return switch (item.kind()) {
			case COLUMN -> whole || owner.kind() == Kind.VIEW || (item.has("inherited") && !item.isSet("local"));
			case SEQUENCE -> item.is("owned", "i");
			case DEFAULT -> inlineColumn(item) != null;
			case CONSTRAINT -> (item.has("parent") || Drops.isInherited(item)) && !whole;
			case FOREIGN_KEY, TRIGGER -> item.has("parent") || Drops.isInherited(item);
			case INHERITANCE -> whole && item.is("relkind", "r") && !item.isSet("partition");
			default -> false;
		};
	}

	/** The default of a column that comes back with it, so that the rows have it. */
	private @Nullable Item inline(Item column) {
		if (column.kind() != Kind.COLUMN || !this.changes.isCreated(column)
				|| this.changes.isCreated(this.ddl.owner(column))) {
			return null;
		}
		return this.matching.before()
			.parts(column.owner(), Kind.DEFAULT)
			.stream()
			.filter((value) -> value.number("column") == column.key().part())
			.findFirst()
			.orElse(null);
	}

	private @Nullable Item inlineColumn(Item value) {
		Item column = this.matching.before().column(value.owner(), (int) value.number("column"));
		return (column != null && inline(column) != null) ? column : null;
	}

	private String inlineDefault(Item column) {
		Item value = inline(column);
		return (value != null) ? " DEFAULT " + value.get("definition") : "";
	}

	List<String> beforeRows() {
		return this.beforeRows;
	}

	List<String> afterRows() {
		return this.afterRows;
	}

}
