package io.soundshare.migrations.autogenerate.render;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.soundshare.migrations.autogenerate.diff.Rename;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.model.Remedy;
import io.soundshare.migrations.model.Remedy.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Hints how to have it otherwise, in the words of whoever reads them.
 *
 * @param candidates what may have been renamed
 * @param vocabulary the name of each remedy
 */
record Hints(List<Rename> candidates, Function<Remedy, String> vocabulary) {

	Hints {
		candidates = List.copyOf(candidates);
	}

	/**
	 * The hints that a table or column which goes may have been renamed.
	 * @param table the table
	 * @param column the column; {@code null} for the table itself
	 */
	List<String> renamed(ObjectName table, @Nullable String column) {
		return this.candidates.stream()
			.filter((candidate) -> candidate.table().equals(table) && Objects.equals(candidate.column(), column))
			.map(this::renamed)
			.toList();
	}

	/** The hint that something may have been renamed. */
	String renamed(Object rename) {
		return "If it was renamed, create this again with " + this.vocabulary.apply(Kind.RENAME.of(rename))
				+ " and nothing is lost.";
	}

	/** The way to give rows another value. */
	String fill(ObjectName table, String column) {
		return this.vocabulary.apply(Kind.FILL.of(table + "." + column + ":VALUE"));
	}

}
