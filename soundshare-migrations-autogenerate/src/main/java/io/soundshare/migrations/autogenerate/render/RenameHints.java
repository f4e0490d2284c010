package io.soundshare.migrations.autogenerate.render;

import java.util.List;
import java.util.Objects;

import io.soundshare.migrations.autogenerate.diff.Rename;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Hints that something which goes may have been renamed.
 *
 * @param candidates what may have been
 */
record RenameHints(List<Rename> candidates) {

	RenameHints {
		candidates = List.copyOf(candidates);
	}

	/**
	 * The hints for a table or column that goes.
	 * @param table the table
	 * @param column the column; {@code null} for the table itself
	 */
	List<String> of(ObjectName table, @Nullable String column) {
		return this.candidates.stream()
			.filter((candidate) -> candidate.table().equals(table) && Objects.equals(candidate.column(), column))
			.map((candidate) -> "If it was renamed, create this again with --migrate.rename=" + candidate
					+ " and nothing is lost.")
			.toList();
	}

}
