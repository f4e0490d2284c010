package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Drops what an undo has to drop, dependents first. What something still needs that
 * stays, such as the new type of a column, is left for the end.
 */
final class Drops {

	private final Matching matching;

	private final Changes changes;

	private final Ddl ddl;

	private final Graph graph;

	private final List<Item> early = new ArrayList<>();

	private final List<Item> late = new ArrayList<>();

	private final List<String> statements = new ArrayList<>();

	private final Set<Key> done = new HashSet<>();

	private final Set<Key> under = new LinkedHashSet<>();

	Drops(Matching matching, Changes changes) {
		this.matching = matching;
		this.changes = changes;
		this.ddl = new Ddl(matching.after());
		this.graph = changes.graphAfter();
		List<Item> all = new ArrayList<>(matching.made());
		changes.remade().forEach((key) -> all.add(matching.after().item(key)));
		changes.generated().forEach((key) -> all.add(matching.after().item(key)));
		all.removeIf(this::isImplied);
		all.sort(Comparator.comparing(Item::kind).thenComparing((item) -> item.key().oid()).reversed());
		all.forEach((item) -> (isLate(item) ? this.late : this.early).add(item));
		settleLate();
		List<Item> first = this.early.stream().filter((item) -> item.kind() == Kind.INHERITANCE).toList();
		first.forEach(this::drop);
		this.early.forEach(this::drop);
	}

	/** What goes with something else. */
	private boolean isImplied(Item item) {
		if (item.isPart() && this.matching.isMade(this.ddl.owner(item))) {
			return true;
		}
		if (item.isPart() && this.changes.isRemade(this.ddl.owner(item))) {
			return true;
		}
		return switch (item.kind()) {
			case SEQUENCE -> item.is("owned", "i") || (item.has("owned") && isColumnMade(item));
			case COLUMN -> this.ddl.owner(item).kind() == Kind.VIEW || (item.has("inherited") && !item.isSet("local"));
			case CONSTRAINT, FOREIGN_KEY, TRIGGER -> item.has("parent") || isInherited(item);
			case INDEX -> this.matching.after()
				.parts(item.owner(), Kind.INHERITANCE)
				.stream()
				.anyMatch((link) -> link.key().oid() == item.key().oid()
						&& this.changes.isDropped(this.ddl.parent(link)));
			case INHERITANCE -> !item.isRelation("rpf");
			default -> false;
		};
	}

	static boolean isInherited(Item constraint) {
		return constraint.has("inherited") && constraint.is("foreignlocal", "f");
	}

	private boolean isColumnMade(Item sequence) {
		Item column = this.ddl.columnOf(sequence);
		return column == null || this.changes.isDropped(column);
	}

	private boolean isLate(Item item) {
		return switch (item.kind()) {
			case SCHEMA, EXTENSION -> true;
			case TYPE -> this.changes.remade().contains(item.key()) || isNeededByKept(item);
			case SEQUENCE, TABLE, COLUMN, ROUTINE -> isNeededByKept(item);
			default -> false;
		};
	}

	private boolean isNeededByKept(Item item) {
		return this.graph.neededBy(item)
			.stream()
			.anyMatch((dependent) -> !this.changes.isDropped(dependent) && dependent.kind().isHard());
	}

	/** What is needed by what is dropped late is dropped late. */
	private void settleLate() {
		boolean more = true;
		while (more) {
			List<Item> later = this.early.stream()
				.filter((item) -> this.graph.neededBy(item).stream().map(this::whole).anyMatch(this.late::contains))
				.filter((item) -> !this.late.contains(item))
				.toList();
			more = this.early.removeAll(later);
			this.late.addAll(later);
		}
	}

	/** What has to be dropped so that something is dropped. */
	private Item whole(Item item) {
		return (item.isPart() && isImplied(item)) ? this.ddl.owner(item) : item;
	}

	private void drop(Item item) {
		if (this.done.contains(item.key()) || !this.under.add(item.key())) {
			return;
		}
		for (Item part : parts(item)) {
			for (Item dependent : this.graph.neededBy(part)) {
				Item whole = whole(dependent);
				if (this.under.contains(whole.key()) && !whole.key().equals(item.key())
						&& dependent.kind() == Kind.FOREIGN_KEY && this.done.add(dependent.key())) {
					// Two new tables that refer to each other.
					this.statements.add(this.ddl.drop(dependent));
				}
				else if (this.early.contains(whole)) {
					drop(whole);
				}
			}
		}
		this.under.remove(item.key());
		this.done.add(item.key());
		this.statements.add(this.ddl.drop(item));
	}

	private List<Item> parts(Item item) {
		return item.isPart() ? List.of(item) : List.copyOf(this.ddl.group(item).items().values());
	}

	List<Item> late() {
		return this.late;
	}

	/** The statements for what is dropped at once. */
	List<String> early() {
		return this.statements;
	}

	/** The statements for what is dropped at the end, by the names it has then. */
	List<String> last(Renames renames) {
		Ddl old = new Ddl(this.matching.before());
		return inOrder().stream()
			.map((item) -> item.isPart() ? dropPart(old, renames.present(item)) : this.ddl.drop(renames.present(item)))
			.toList();
	}

	private String dropPart(Ddl old, Item part) {
		Item owner = this.matching.old(this.ddl.owner(part));
		return (owner != null)
				? old.alter(owner,
						((owner.kind() == Kind.TYPE) ? "DROP ATTRIBUTE " : "DROP COLUMN ") + Names.quoted(part.name()))
				: this.ddl.drop(part);
	}

	private List<Item> inOrder() {
		Set<Item> ordered = new LinkedHashSet<>();
		this.late.sort(Comparator.comparing(Item::kind).thenComparing((item) -> item.key().oid()).reversed());
		this.late.forEach((item) -> addAfterDependents(item, ordered, new HashSet<>()));
		return List.copyOf(ordered);
	}

	private void addAfterDependents(Item item, Set<Item> ordered, Set<Key> under) {
		if (ordered.contains(item) || !under.add(item.key())) {
			return;
		}
		for (Item part : parts(item)) {
			this.graph.neededBy(part)
				.stream()
				.map(this::whole)
				.filter(this.late::contains)
				.forEach((dependent) -> addAfterDependents(dependent, ordered, under));
		}
		ordered.add(item);
	}

}
