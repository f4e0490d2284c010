package io.soundshare.migrations.autogenerate.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.soundshare.migrations.autogenerate.diff.Difference;

/**
 * Notes for the reviewer of an enum that loses values.
 *
 * @param differences all differences of a revision
 * @param hints hints how to have it otherwise
 */
record EnumNotes(List<Difference> differences, Hints hints) {

	EnumNotes {
		differences = List.copyOf(differences);
	}

	List<String> of(Difference.RemakeType remake) {
		if (remake.removed().isEmpty() || remake.uses().isEmpty()) {
			return List.of();
		}
		List<String> notes = new ArrayList<>();
		String removed = String.join(" or ", remake.removed());
		List<Difference.RemakeType.Use> unfit = remake.uses().stream().filter((use) -> !isFitted(use)).toList();
		if (!unfit.isEmpty()) {
			String columns = unfit.stream()
				.map((use) -> use.table() + "." + use.column())
				.collect(Collectors.joining(", "));
			String option = unfit.stream()
				.filter((use) -> !use.array())
				.findFirst()
				.map((use) -> ", as with " + this.hints.fill(use.table(), use.column()))
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
			notes.add(this.hints.renamed(remake.subject() + "." + removed + ":" + added.get(0)));
		}
		return notes;
	}

	private boolean isFitted(Difference.RemakeType.Use use) {
		return this.differences.stream()
			.anyMatch((other) -> other instanceof Difference.FillRows rows && rows.subject().equals(use.table())
					&& rows.column().name().equals(use.column()));
	}

}
