package io.soundshare.migrations.autogenerate.render;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.diff.ListedValues;
import io.soundshare.migrations.autogenerate.diff.MentionedNames;
import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.Named;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Demands that keys and checks which come make of rows that are there, in one direction.
 * Not of columns that come too: what their rows get is known, and tried.
 */
final class RowDemands {

	private final List<Difference> differences;

	/** The columns that are there before and after. */
	private final Map<ObjectName, List<String>> kept;

	private RowDemands(List<Difference> differences, Map<ObjectName, List<String>> kept) {
		this.differences = List.copyOf(differences);
		this.kept = kept;
	}

	/**
	 * The demands of the upgrade.
	 * @param after the schema it makes
	 */
	static RowDemands up(List<Difference> differences, Schema after) {
		Map<ObjectName, List<String>> kept = new HashMap<>();
		for (Table table : after.tables()) {
			kept.put(table.name(), table.columns()
				.stream()
				.map(Column::name)
				.filter((column) -> differences.stream().noneMatch((other) -> isAdded(other, table.name(), column)))
				.toList());
		}
		return new RowDemands(differences, kept);
	}

	/** The demands of the way back. */
	RowDemands down() {
		return new RowDemands(this.differences.stream().map(Difference::inverse).toList(), this.kept);
	}

	/**
	 * The demand of a part that comes.
	 * @return it in words, {@code null} if no row can be
	 */
	@Nullable String of(Difference.AddPart add) {
		ObjectName table = add.subject();
		if (this.differences.stream().anyMatch((other) -> isCreated(other, table))) {
			return null;
		}
		return (add.part() instanceof CheckConstraint check) ? check(table, check)
				: (add.part() instanceof ForeignKey key) ? foreignKey(table, key) : unique(table, add.part());
	}

	/** The values that a check has no more, of one that goes. */
	List<String> removed(Difference.AddPart add) {
		ListedValues values = (add.part() instanceof CheckConstraint check)
				? ListedValues.of(check.expression().canonical()) : null;
		if (values == null) {
			return List.of();
		}
		return listed(add.subject(), values.column()).flatMap((other) -> other.values().stream())
			.filter((value) -> !values.values().contains(value))
			.distinct()
			.toList();
	}

	/** The first column of a check that rows have already. */
	@Nullable String checked(Difference.AddPart add) {
		if (!(add.part() instanceof CheckConstraint check)) {
			return null;
		}
		return kept(add.subject()).stream()
			.filter((column) -> MentionedNames.mentions(check.expression().canonical(), column))
			.findFirst()
			.orElse(null);
	}

	private @Nullable String check(ObjectName table, CheckConstraint check) {
		String condition = check.expression().canonical();
		if (checked(new Difference.AddPart(table, check)) == null || dropped(table, CheckConstraint.class)
			.anyMatch((other) -> other.expression().canonical().equals(condition))) {
			return null;
		}
		ListedValues values = ListedValues.of(condition);
		if (values == null || listed(table, values.column()).findAny().isEmpty()) {
			return "a row of " + table + " does not satisfy "
					+ check.expression().declared().strip().replaceAll("\\s+", " ");
		}
		List<String> removed = removed(new Difference.AddPart(table, check));
		return removed.isEmpty() ? null
				: "a row has " + String.join(" or ", removed) + " in " + table + "." + values.column();
	}

	/**
	 * Tell what a foreign key demands. Where one of its columns is NULL, nothing is
	 * looked up.
	 */
	private @Nullable String foreignKey(ObjectName table, ForeignKey key) {
		boolean safe = !kept(table).containsAll(key.columns())
				|| dropped(table, ForeignKey.class).anyMatch((other) -> other.columns().equals(key.columns())
						&& other.referencedTable().equals(key.referencedTable())
						&& other.referencedColumns().equals(key.referencedColumns()));
		return safe ? null : "a row of " + table + " has in " + String.join(", ", key.columns()) + " what no row of "
				+ key.referencedTable() + " has in " + String.join(", ", key.referencedColumns());
	}

	/**
	 * Tell what a key demands. What was unique by fewer columns is so by more, and rows
	 * with NULL are.
	 */
	private @Nullable String unique(ObjectName table, Named part) {
		List<String> columns = columns(part);
		boolean safe = columns.stream().noneMatch(kept(table)::contains)
				|| this.differences.stream().anyMatch((other) -> isNull(other, table, columns))
				|| dropped(table, Named.class).map(RowDemands::columns)
					.anyMatch((other) -> !other.isEmpty() && columns.containsAll(other));
		return safe ? null : "two rows of " + table + " have the same " + String.join(", ", columns);
	}

	/** The columns by which rows differ. */
	private static List<String> columns(Named part) {
		return (part instanceof UniqueConstraint unique) ? unique.columns() : (part instanceof PrimaryKey key)
				? key.columns() : (part instanceof Index index && index.unique()) ? index.columns() : List.of();
	}

	private List<String> kept(ObjectName table) {
		return this.kept.getOrDefault(table, List.of());
	}

	private Stream<ListedValues> listed(ObjectName table, String column) {
		return dropped(table, CheckConstraint.class).map((check) -> ListedValues.of(check.expression().canonical()))
			.filter(Objects::nonNull)
			.filter((values) -> values.column().equalsIgnoreCase(column));
	}

	private <T extends Named> Stream<T> dropped(ObjectName table, Class<T> kind) {
		return this.differences.stream()
			.filter((other) -> other instanceof Difference.DropPart drop && drop.subject().equals(table)
					&& kind.isInstance(drop.part()))
			.map((other) -> kind.cast(((Difference.DropPart) other).part()));
	}

	private static boolean isCreated(Difference difference, ObjectName table) {
		return difference instanceof Difference.CreateTable && difference.subject().equals(table);
	}

	private static boolean isAdded(Difference difference, ObjectName table, String column) {
		return difference instanceof Difference.AddColumn add && add.subject().equals(table)
				&& add.column().name().equalsIgnoreCase(column);
	}

	/** Whether a column of these comes with NULL in every row. */
	private static boolean isNull(Difference difference, ObjectName table, List<String> columns) {
		return difference instanceof Difference.AddColumn add && add.subject().equals(table)
				&& columns.contains(add.column().name()) && add.column().nullable() && add.fill() == null
				&& add.column().defaultValue() == null && add.column().generatedAs() == null;
	}

}
