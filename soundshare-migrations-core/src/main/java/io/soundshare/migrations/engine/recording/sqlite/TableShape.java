package io.soundshare.migrations.engine.recording.sqlite;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A table as rows are told apart in it.
 *
 * @param name its name
 * @param columns all columns
 * @param rowid the name under which the rowid can be used; {@code null} if there is none
 * @param alias the column that is the rowid; {@code null} if none is
 * @param counting whether numbers given out once are not given out again
 */
record TableShape(String name, List<Column> columns, @Nullable String rowid, @Nullable Column alias, boolean counting) {

	/** The columns that have values of their own. */
	List<Column> stored() {
		return this.columns.stream().filter((column) -> !column.generated()).toList();
	}

	Optional<Column> column(String wanted) {
		String folded = Names.fold(wanted);
		return this.columns.stream().filter((column) -> Names.fold(column.name()).equals(folded)).findFirst();
	}

	/** The names by which a row is told from others: the rowid, or the primary key. */
	List<String> key() {
		if (this.alias != null) {
			return List.of(this.alias.name());
		}
		if (this.rowid != null) {
			return List.of(this.rowid);
		}
		return this.columns.stream()
			.filter((column) -> column.keyPart() > 0)
			.sorted(Comparator.comparingInt(Column::keyPart))
			.map(Column::name)
			.toList();
	}

	/** What has to be written for a row to be as it was, and has no column. */
	Stream<String> bareRowid() {
		return Stream.ofNullable((this.alias == null) ? this.rowid : null);
	}

}
