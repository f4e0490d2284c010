package io.soundshare.migrations.autogenerate.render;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.autogenerate.diff.Difference;

/**
 * Notes for the reviewer of columns that come, go or change.
 *
 * @param differences all differences of a revision
 * @param hints hints how to have it otherwise
 */
record ColumnNotes(List<Difference> differences, Hints hints) {

	ColumnNotes {
		differences = List.copyOf(differences);
	}

	List<String> of(Difference.DropColumn drop) {
		if (!drop.destructive()) {
			return List.of();
		}
		List<String> notes = new ArrayList<>();
		String name = drop.subject() + "." + drop.column().name();
		boolean replaced = this.differences.stream()
			.anyMatch((other) -> other instanceof Difference.AddColumn add && add.subject().equals(drop.subject())
					&& add.column().name().equalsIgnoreCase(drop.column().name()));
		notes.add(replaced ? "REVIEW: " + name + " cannot be converted. It is dropped with its values, and made anew."
				: "REVIEW: drops " + name + " with its values.");
		notes.addAll(this.hints.renamed(drop.subject(), drop.column().name()));
		if (drop.comesBackNullable()) {
			notes.add("REVIEW: undone, " + name + " comes back without its values and takes NULL, as nothing fits all "
					+ "rows, unless the database still keeps them. Fill it there, then add NOT NULL.");
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
		return notes;
	}

	List<String> of(Difference.AddColumn add) {
		if (!add.column().needsValue()) {
			return List.of();
		}
		List<String> notes = new ArrayList<>();
		String name = add.subject() + "." + add.column().name();
		if (add.fill() == null) {
			notes.add("REVIEW: fails if " + add.subject() + " has rows: " + name
					+ " takes no NULL. Create this again with " + this.hints.fill(add.subject(), add.column().name())
					+ ", or fill it before the constraint is added.");
		}
		else if (!add.fill().given()) {
			notes.add("REVIEW: the rows of " + add.subject() + " get " + add.fill().sql() + ". Another value: "
					+ this.hints.fill(add.subject(), add.column().name()));
		}
		return notes;
	}

	List<String> of(Difference.AlterColumn alter) {
		List<String> notes = new ArrayList<>();
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
			notes.add("REVIEW: fails if " + name + " is NULL anywhere. A value in its place: "
					+ this.hints.fill(alter.subject(), alter.to().name()));
		}
		return notes;
	}

}
