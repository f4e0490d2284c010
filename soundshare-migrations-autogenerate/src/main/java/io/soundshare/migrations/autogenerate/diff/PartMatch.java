package io.soundshare.migrations.autogenerate.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.GeneratedName;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.Named;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;

/**
 * The keys, checks and indexes of a table, beside those it is to have. Two are one if
 * they mean the same, unless somebody has chosen different names for them.
 */
final class PartMatch {

	private final Product product;

	private final List<Named> dropped;

	private final List<Named> added;

	private final Map<Named, Named> kept = new IdentityHashMap<>();

	PartMatch(List<Named> current, List<Named> expected, Rules rules) {
		this.product = rules.product();
		this.dropped = new ArrayList<>(current);
		this.added = new ArrayList<>(expected);
		pair((before, after) -> key(before).equals(key(after)) && meansTheSame(before, after));
		pair((before, after) -> !(before.explicit() && after.explicit()) && meansTheSame(before, after));
		this.added.replaceAll(this::withFreeName);
		this.dropped.removeIf((part) -> !rules.strict() && part instanceof CheckConstraint check && isLeftAlone(check));
	}

	/** A made-up name may be that of a part that stays. */
	private Named withFreeName(Named part) {
		boolean taken = !part.explicit() && this.kept.keySet().stream().anyMatch((kept) -> key(kept).equals(key(part)));
		return (taken && part instanceof CheckConstraint check) ? new CheckConstraint(
				GeneratedName.another(check.name(), check.expression().canonical()), false, check.expression()) : part;
	}

	private void pair(BiPredicate<Named, Named> same) {
		for (Named after : List.copyOf(this.added)) {
			for (Named before : List.copyOf(this.dropped)) {
				if (same.test(before, after)) {
					this.dropped.removeIf((part) -> part == before);
					this.added.removeIf((part) -> part == after);
					this.kept.put(before, after);
					break;
				}
			}
		}
	}

	/**
	 * Leave a check without a name alone, as people write it for themselves; unless it is
	 * about to be contradicted by another one of the same column.
	 */
	private boolean isLeftAlone(CheckConstraint check) {
		if (check.explicit()) {
			return false;
		}
		return !this.product.namesChecks() || this.added.stream()
			.noneMatch((part) -> part instanceof CheckConstraint other && other.name().startsWith("ck_")
					&& sameSubject(check.expression().canonical(), other.expression().canonical()));
	}

	/** Whether both begin with the same name. */
	private static boolean sameSubject(String a, String b) {
		return subject(a).equals(subject(b));
	}

	private static String subject(String expression) {
		return expression.replaceAll("^\\W+", "").replaceAll("\\W.*$", "");
	}

	List<Named> dropped() {
		return this.dropped;
	}

	List<Named> added() {
		return this.added;
	}

	/** The parts that stay: as they are, and as they are to be. */
	Map<Named, Named> kept() {
		return this.kept;
	}

	private String key(Named part) {
		return this.product.key(part.name());
	}

	private boolean meansTheSame(Named before, Named after) {
		if (before instanceof ForeignKey a && after instanceof ForeignKey b) {
			return this.product.key(a.referencedTable()).equals(this.product.key(b.referencedTable()))
					&& references(a).equals(references(b)) && effect(a.onDelete()) == effect(b.onDelete());
		}
		if (before instanceof CheckConstraint a && after instanceof CheckConstraint b) {
			return Conditions.same(a.expression().canonical(), b.expression().canonical());
		}
		if (before instanceof Index a && after instanceof Index b) {
			return a.unique() == b.unique() && parts(a).equals(parts(b));
		}
		return !uniqueColumns(before).isEmpty() && uniqueColumns(before).equals(uniqueColumns(after));
	}

	private Map<String, String> references(ForeignKey key) {
		Map<String, String> references = new HashMap<>();
		for (int i = 0; i < key.columns().size(); i++) {
			references.put(this.product.key(key.columns().get(i)), this.product.key(key.referencedColumns().get(i)));
		}
		return references;
	}

	/** Entities cannot tell one from the other. */
	private static ForeignKey.Action effect(ForeignKey.Action action) {
		return (action == ForeignKey.Action.RESTRICT) ? ForeignKey.Action.NO_ACTION : action;
	}

	private List<Index.Part> parts(Index index) {
		return index.parts()
			.stream()
			.map((part) -> new Index.Part(this.product.key(part.column()), part.descending()))
			.toList();
	}

	/** The columns of a unique constraint or a unique index: both mean the same. */
	private Set<String> uniqueColumns(Named part) {
		List<String> columns = (part instanceof UniqueConstraint unique) ? unique.columns()
				: (part instanceof Index index && index.unique()) ? index.columns() : List.of();
		Set<String> keys = new HashSet<>();
		columns.forEach((column) -> keys.add(this.product.key(column)));
		return keys;
	}

}
