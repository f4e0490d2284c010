package io.soundshare.migrations.autogenerate.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.diff.Rename;
import io.soundshare.migrations.autogenerate.model.ObjectName;

/**
 * What a reviewer has to know of a difference, and how to have it otherwise.
 */
final class Notes {

	private final List<Difference> differences;

	private final List<Rename> candidates;

	private final RowDemands demands;

	/**
	 * Make notes.
	 * @param differences all differences of a revision
	 * @param candidates what may have been renamed
	 * @param demands what they demand of rows
	 */
	Notes(List<Difference> differences, List<Rename> candidates, RowDemands demands) {
		this.differences = List.copyOf(differences);
		this.demands = demands;
		this.candidates = List.copyOf(candidates);
	}

	List<String> of(Difference difference) {
		List<String> notes = new ArrayList<>();
		if (difference instanceof Difference.DropTable drop) {
			notes.add("REVIEW: drops the table " + drop.subject() + " with all its rows.");
			hint(new Rename(drop.subject(), null, ""), notes);
		}
		else if (difference instanceof Difference.CreateSequence create && isBesideRows(create)) {
			notes.add("REVIEW: " + create.subject() + " begins at " + create.sequence().start()
					+ ", whatever ids its table holds: raise it above them.");
		}
		else if (difference instanceof Difference.DropSequence drop) {
			notes.add("REVIEW: drops the sequence " + drop.subject() + ".");
		}
		else if (difference instanceof Difference.DropColumn drop && drop.destructive()) {
			drop(drop, notes);
		}
		else if (difference instanceof Difference.AddColumn add && add.column().needsValue()) {
			add(add, notes);
		}
		else if (difference instanceof Difference.AlterColumn alter) {
			alter(alter, notes);
		}
		else if (difference instanceof Difference.RemakeType remake && !remake.removed().isEmpty()
				&& !remake.uses().isEmpty()) {
			remake(remake, notes);
		}
		else if (difference instanceof Difference.AddPart add) {
			add(add, notes);
		}
		else if (difference instanceof Difference.DropPart drop) {
			String unfit = this.demands.down().of(new Difference.AddPart(drop.subject(), drop.part()));
			if (unfit != null) {
				notes.add("REVIEW: cannot be undone while " + unfit + ".");
			}
		}
		else if (difference instanceof Difference.FillRows) {
			notes.add("REVIEW: what these rows had is gone. Undone, they keep what they got.");
		}
		return notes;
	}

	private void add(Difference.AddPart add, List<String> notes) {
		String unfit = this.demands.of(add);
		if (unfit == null || isFitted(add)) {
			return;
		}
		String column = this.demands.checked(add);
		notes.add("REVIEW: fails if " + unfit + ". "
				+ ((column != null)
						? "Another value for such rows: --migrate.fill=" + add.subject() + "." + column + ":VALUE"
						: "See to those rows before."));
	}

	/** Whether rows get a value that the part takes, just before. */
	private boolean isFitted(Difference.AddPart add) {
		int place = this.differences.indexOf(add);
		return place > 0 && this.differences.get(place - 1) instanceof Difference.FillRows fill
				&& fill.subject().equals(add.subject());
	}

	private void remake(Difference.RemakeType remake, List<String> notes) {
		String removed = String.join(" or ", remake.removed());
		List<Difference.RemakeType.Use> unfit = remake.uses().stream().filter((use) -> !isFitted(use)).toList();
		if (!unfit.isEmpty()) {
			String columns = unfit.stream()
				.map((use) -> use.table() + "." + use.column())
				.collect(Collectors.joining(", "));
			String option = unfit.stream()
				.filter((use) -> !use.array())
				.findFirst()
				.map((use) -> ", as with --migrate.fill=" + use.table() + "." + use.column() + ":VALUE")
				.orElse("");
			notes.add("REVIEW: fails if a row has " + removed + " in " + columns
					+ ": give those rows another value before" + option + ".");
		}
		for (Difference.RemakeType.Use use : remake.uses()) {
			if (use.from() != null && use.to() == null) {
				notes.add("The default " + use.from() + " of " + use.table() + "." + use.column()
						+ " goes with its value. Undone, it is back.");
			}
		}
		List<String> added = this.differences.stream()
			.filter((other) -> other instanceof Difference.AddValue add && add.subject().equals(remake.subject()))
			.map((other) -> ((Difference.AddValue) other).value())
			.toList();
		if (added.size() == 1 && remake.removed().size() == 1) {
			notes.add("If it was renamed, create this again with --migrate.rename=" + remake.subject() + "." + removed
					+ ":" + added.get(0) + " and nothing is lost.");
		}
	}

	private boolean isFitted(Difference.RemakeType.Use use) {
		return this.differences.stream()
			.anyMatch((other) -> other instanceof Difference.FillRows rows && rows.subject().equals(use.table())
					&& rows.column().name().equals(use.column()));
	}

	/** Whether it is for a table that is there already. */
	private boolean isBesideRows(Difference.CreateSequence create) {
		List<ObjectName> created = this.differences.stream()
			.filter(Difference.CreateTable.class::isInstance)
			.map(Difference::subject)
			.toList();
		return !created.containsAll(create.sequence().tables());
	}

	private void drop(Difference.DropColumn drop, List<String> notes) {
		String name = drop.subject() + "." + drop.column().name();
		boolean replaced = this.differences.stream()
			.anyMatch((other) -> other instanceof Difference.AddColumn add && add.subject().equals(drop.subject())
					&& add.column().name().equalsIgnoreCase(drop.column().name()));
		notes.add(replaced ? "REVIEW: " + name + " cannot be converted. It is dropped with its values, and made anew."
				: "REVIEW: drops " + name + " with its values.");
		hint(new Rename(drop.subject(), drop.column().name(), ""), notes);
		if (drop.comesBackNullable()) {
			notes.add("REVIEW: undone, " + name + " comes back without its values and takes NULL, as nothing fits all "
					+ "rows. Fill it there, then add NOT NULL.");
		}
		else if (drop.fill() != null) {
			notes.add("Undone, " + name + " comes back with " + drop.fill().sql() + " in every row."
					+ (drop.fill().sql().equals("''")
							? " REVIEW: an attribute that was no plain text, as a Currency or URL, cannot read that."
							: ""));
		}
		else if (drop.column().identity()) {
			notes.add("Undone, the rows of " + drop.subject() + " are numbered anew in " + name + ".");
		}
		else if (drop.inKey()) {
			notes.add("REVIEW: cannot be undone while " + drop.subject() + " has rows: " + name
					+ " was in its primary key, and its values are gone.");
		}
	}

	private void hint(Rename gone, List<String> notes) {
		this.candidates.stream()
			.filter((candidate) -> candidate.table().equals(gone.table())
					&& Objects.equals(candidate.column(), gone.column()))
			.forEach((candidate) -> notes.add("If it was renamed, create this again with --migrate.rename=" + candidate
					+ " and nothing is lost."));
	}

	private static void add(Difference.AddColumn add, List<String> notes) {
		String name = add.subject() + "." + add.column().name();
		if (add.fill() == null) {
			notes.add("REVIEW: fails if " + add.subject() + " has rows: " + name
					+ " takes no NULL. Create this again with " + "--migrate.fill=" + name
					+ ":VALUE, or fill it before the constraint is added.");
		}
		else if (!add.fill().given()) {
			notes.add("REVIEW: the rows of " + add.subject() + " get " + add.fill().sql() + ". Another value: "
					+ "--migrate.fill=" + name + ":VALUE");
		}
	}

	private static void alter(Difference.AlterColumn alter, List<String> notes) {
		String name = alter.subject() + "." + alter.to().name();
		if (alter.destructive()) {
			notes.add("REVIEW: the values of " + name + " become " + alter.to().type() + ", from " + alter.from().type()
					+ ".");
		}
		if (!alter.from().nullable() && alter.fill() != null) {
			notes.add("REVIEW: every row of " + alter.subject() + " gets " + alter.fill().sql() + ", whatever it has.");
		}
		if (!alter.from().nullable() && alter.to().nullable()) {
			notes.add((alter.restored() != null)
					? "Undone, " + name + " gets " + alter.restored().sql() + " where it is NULL by then."
					: "REVIEW: cannot be undone while " + name + " is NULL anywhere.");
		}
		if (alter.from().nullable() && !alter.to().nullable() && alter.fill() == null) {
			notes.add("REVIEW: fails if " + name + " is NULL anywhere. A value in its place: --migrate.fill=" + name
					+ ":VALUE");
		}
	}

}
