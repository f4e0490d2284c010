package io.soundshare.migrations.autogenerate.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.Conversions;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Table;

/**
 * Candidates for a rename: where one thing goes and another, alike, comes.
 */
public final class RenameCandidates {

	private static final Pattern TRUTH = Pattern.compile("(?i)bool|bit\\b");

	private static final Pattern TIME = Pattern.compile("(?i)date|time");

	private RenameCandidates() {
	}

	/**
	 * Look for renamed tables; their columns may be looked at once that is decided.
	 * @param differences what is different
	 * @param product what is the same
	 * @return the candidates, each table once
	 */
	public static List<Rename> tables(List<Difference> differences, Product product) {
		List<Table> created = new ArrayList<>();
		differences.forEach((difference) -> {
			if (difference instanceof Difference.CreateTable create) {
				created.add(create.table());
			}
		});
		List<Rename> candidates = new ArrayList<>();
		for (Difference difference : differences) {
			if (difference instanceof Difference.DropTable drop) {
				created.stream()
					.filter((table) -> Objects.equals(table.name().schema(), drop.subject().schema()))
					.filter((table) -> alike(drop.table(), table, product))
					.findFirst()
					.ifPresent((table) -> {
						created.remove(table);
						candidates.add(new Rename(drop.subject(), null, table.name().name()));
					});
			}
		}
		return candidates;
	}

	/**
	 * Look for renamed columns.
	 * @param differences what is different
	 * @param product what is the same
	 * @return the candidates, each column once
	 */
	public static List<Rename> columns(List<Difference> differences, Product product) {
		List<Difference.AddColumn> added = new ArrayList<>();
		Set<String> replaced = new HashSet<>();
		differences.forEach((difference) -> {
			if (difference instanceof Difference.AddColumn add) {
				added.add(add);
				replaced.add(product.key(add.subject()) + "." + product.key(add.column().name()));
			}
		});
		List<Rename> candidates = new ArrayList<>();
		for (Difference difference : differences) {
			if (difference instanceof Difference.DropColumn drop
					&& !replaced.contains(product.key(drop.subject()) + "." + product.key(drop.column().name()))) {
				added.stream()
					.filter((add) -> product.key(add.subject()).equals(product.key(drop.subject())))
					.filter((add) -> compatible(drop.column(), add.column(), product))
					.findFirst()
					.ifPresent((add) -> {
						added.remove(add);
						candidates.add(new Rename(drop.subject(), drop.column().name(), add.column().name()));
					});
			}
		}
		return candidates;
	}

	private static boolean compatible(Column before, Column after, Product product) {
		return before.generatedAs() == null && after.generatedAs() == null && isOf(TRUTH, before) == isOf(TRUTH, after)
				&& isOf(TIME, before) == isOf(TIME, after)
				&& (product.sameType(before.type().canonical(), after.type().canonical())
						|| Conversions.base(before.type().canonical())
							.equals(Conversions.base(after.type().canonical())));
	}

	/**
	 * Whether people see one of a kind in it: to SQLite a truth value is a number, and a
	 * time may be a text.
	 */
	private static boolean isOf(Pattern kind, Column column) {
		return kind.matcher(column.type().canonical()).lookingAt();
	}

	/** At least half of the columns of either are the other's. */
	private static boolean alike(Table before, Table after, Product product) {
		Set<String> names = before.columns()
			.stream()
			.map((column) -> product.key(column.name()))
			.collect(Collectors.toSet());
		long common = after.columns().stream().filter((column) -> names.contains(product.key(column.name()))).count();
		return 2 * common >= Math.max(before.columns().size(), after.columns().size());
	}

}
