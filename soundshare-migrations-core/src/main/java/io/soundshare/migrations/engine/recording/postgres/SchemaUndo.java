package io.soundshare.migrations.engine.recording.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The statements that make the earlier of two catalogues of the later one, in the order
 * they are run. What the rows need comes before them; what would look at them or fire at
 * them comes after.
 */
final class SchemaUndo {

	private final Matching matching;

	private final Changes changes;

	private final Conversions conversions;

	private final String user;

	private final Ddl ddl;

	private final Properties old;

	private final Properties present;

	private final List<String> before = new ArrayList<>();

	private final List<String> after = new ArrayList<>();

	private final List<Item> required = new ArrayList<>();

	SchemaUndo(Matching matching, Surroundings surroundings, DataPhases phases) throws SQLException {
		this.matching = matching;
		this.user = surroundings.user();
		this.changes = new Changes(matching, new Graph(matching.after()), !phases.between().isEmpty());
		this.ddl = new Ddl(matching.before());
		this.old = new Properties(matching.before(),
				matching.before().hasOther("default acl") ? surroundings.grantees() : List.of());
		this.present = new Properties(matching.after(), List.of());
		this.conversions = new Conversions(matching.before(), surroundings.casts(), phases.tablesBetween());
		Drops drops = new Drops(matching, this.changes);
		Renames renames = new Renames(matching, this.changes, drops.late());
		Restorations restorations = new Restorations(matching, this.changes, new Graph(matching.before()),
				this.conversions);
		Map<Item, Map<String, Property>> sets = new LinkedHashMap<>();
		Map<String, List<String>> resets = new LinkedHashMap<>();
		compare(sets, resets);
		this.before.addAll(resets.getOrDefault("owned", List.of()));
		this.before.addAll(drops.early());
		this.before.addAll(resets.getOrDefault("identity", List.of()));
		resets.forEach((name, statements) -> {
			if (!name.equals("owned") && !name.equals("identity")) {
				this.before.addAll(statements);
			}
		});
		this.before.addAll(Labels.renamed(matching, this.changes));
		this.before.addAll(renames.statements());
		this.before.addAll(restorations.beforeRows());
		restorations.finish();
		this.after.addAll(this.conversions.last());
		set(sets, true);
		identities();
		this.after.addAll(restorations.afterRows());
		set(sets, false);
		this.after.addAll(drops.last(renames));
	}

	private void compare(Map<Item, Map<String, Property>> sets, Map<String, List<String>> resets) {
		this.matching.pairs().forEach((key, now) -> {
			Item then = this.matching.before().item(key);
			Map<String, Property> has = this.present.of(now);
			Map<String, Property> had = this.old.of(then);
			if (this.changes.isCreated(then)) {
				sets.put(then, created(then, this.old.ofNew(then)));
				return;
			}
			Map<String, Property> set = new LinkedHashMap<>();
			had.forEach((name, property) -> {
				Property same = has.get(name);
				if (same == null || !same.value().equals(property.value())
						|| (name.equals("options") && this.changes.isReplaced(then))) {
					set.put(name, property);
				}
			});
			has.forEach((name, property) -> {
				Property same = had.get(name);
				if (property.reset() != null && (same == null || !same.value().equals(property.value()))) {
					resets.computeIfAbsent(name, (any) -> new ArrayList<>()).add(property.reset());
				}
			});
			if (now.has("identity") && !then.has("identity") && now.kind() == Kind.COLUMN) {
				resets.computeIfAbsent("identity", (any) -> new ArrayList<>())
					.add(new Ddl(this.matching.after()).alter(owner(this.matching.after(), now),
							"ALTER COLUMN %s DROP IDENTITY".formatted(Names.quoted(now.name()))));
			}
			sets.put(then, set);
		});
		this.matching.gone().forEach((then) -> sets.put(then, created(then, this.old.ofNew(then))));
		// What is revoked of a table is revoked of its columns.
		sets.forEach((then, set) -> {
			if (then.kind() == Kind.COLUMN && then.has("acl") && isRevoked(then, sets)) {
				set.put("acl", Objects.requireNonNull(this.old.of(then).get("acl")));
			}
		});
	}

	private boolean isRevoked(Item column, Map<Item, Map<String, Property>> sets) {
		Item table = this.ddl.owner(column);
		Item now = this.matching.present(table);
		return sets.getOrDefault(table, Map.of()).containsKey("acl")
				|| (now != null && now.has("acl") && !table.has("acl"));
	}

	private static Item owner(Catalog catalog, Item item) {
		return Objects.requireNonNull(catalog.group(item.owner())).whole();
	}

	private Map<String, Property> created(Item then, Map<String, Property> had) {
		Map<String, Property> set = new LinkedHashMap<>(had);
		set.values().removeIf(Property::made);
		if (then.has("role") && !then.get("role").equals(this.user)) {
			set.put("role", Objects.requireNonNull(had.get("role")));
		}
		if (then.kind() == Kind.COLUMN) {
			boolean whole = this.changes.isCreated(this.ddl.owner(then));
			if (whole && !then.has("identity")) {
				set.remove("required");
			}
			if (!whole && set.containsKey("required")) {
				this.required.add(then);
			}
		}
		return set;
	}

	private void set(Map<Item, Map<String, Property>> sets, boolean rows) {
		sets.values().forEach((properties) -> properties.forEach((name, property) -> {
			if (property.set() != null && name.equals("required") == rows) {
				this.after.add(property.set());
			}
		}));
	}

	private void identities() {
		List<Item> columns = new ArrayList<>(this.matching.gone());
		this.matching.pairs().keySet().forEach((key) -> columns.add(this.matching.before().item(key)));
		for (Item column : columns) {
			if (column.kind() == Kind.COLUMN && column.has("identity")) {
				identity(column, this.matching.present(column));
			}
		}
	}

	private void identity(Item column, @Nullable Item now) {
		String how = column.is("identity", "a") ? "ALWAYS" : "BY DEFAULT";
		String alter = "ALTER COLUMN " + Names.quoted(column.name());
		if (now == null || !now.has("identity") || this.changes.isDropped(now)) {
			Item sequence = this.matching.before()
				.items()
				.filter((item) -> item.is("owned", "i") && column.equals(this.ddl.columnOf(item)))
				.findFirst()
				.orElseThrow();
			this.after.add(this.ddl.alter(this.ddl.owner(column), "%s ADD GENERATED %s AS IDENTITY (SEQUENCE NAME %s%s)"
				.formatted(alter, how, sequence.qualified(), sequence.get("parameters").replaceFirst("AS \\w+", ""))));
		}
		else if (!now.get("identity").equals(column.get("identity"))) {
			this.after.add(this.ddl.alter(this.ddl.owner(column), alter + " SET GENERATED " + how));
		}
	}

	/** The statements that come before the rows. */
	List<String> beforeRows() {
		return this.before;
	}

	/** The statements that come after the rows. */
	List<String> afterRows() {
		return this.after;
	}

	/** The columns that come back to tables with rows, and must have a value in each. */
	List<Item> required() {
		return this.required;
	}

	/**
	 * Give a column its old type without the values, since there is no way back for them.
	 */
	void discard(Item column) {
		this.conversions.discard(column, this.before, this.after);
	}

	/**
	 * Leave values alone that a copy brings back when a column gets its old type.
	 * @param back what became of them by the type they have now and back
	 */
	void spare(Item column, String copy, String back) {
		this.conversions.spare(column, copy, back, this.before);
	}

	/**
	 * The column, for a while, with the values that a column has no way back for;
	 * {@code null} if there is none.
	 */
	@Nullable String beside(Item column) {
		return this.conversions.beside(column);
	}

	Changes changes() {
		return this.changes;
	}

}
