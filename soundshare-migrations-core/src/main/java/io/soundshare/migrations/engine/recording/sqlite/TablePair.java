package io.soundshare.migrations.engine.recording.sqlite;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.soundshare.migrations.engine.recording.Recording.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A table as it was before a segment, and what is there instead.
 *
 * @param was the table
 * @param shape how it was
 * @param now the table in its place; {@code null} if there is none
 * @param nowShape how that is
 * @param columns what the columns are called there, by the folded names they had; those
 * that are gone are not there
 * @param rows the rows of a table that was dropped
 * @param restores what brings back the values of dropped columns
 * @param alive whether it is still the same table
 * @param distinct whether no two rows that are there now can be the same of before
 */
record TablePair(SchemaObject was, TableShape shape, @Nullable SchemaObject now, @Nullable TableShape nowShape,
		Map<String, String> columns, @Nullable RowCopy rows, List<Entry> restores, boolean alive, boolean distinct) {

	/** The same, but rows cannot be told apart. */
	TablePair indistinct() {
		return new TablePair(this.was, this.shape, this.now, this.nowShape, this.columns, this.rows, this.restores,
				this.alive, false);
	}

	/** Whether its text is another. */
	boolean isChanged() {
		return !this.was.isLike(this.now);
	}

	/** What a column that was there is called by now. */
	@Nullable String now(Column column) {
		return this.columns.get(Names.fold(column.name()));
	}

	/** The columns that are new. */
	Stream<Column> added() {
		return (this.nowShape != null) ? this.nowShape.columns()
			.stream()
			.filter((column) -> this.columns.values().stream().noneMatch((name) -> Names.same(name, column.name())))
				: Stream.empty();
	}

	/**
	 * The names by which a row that was there is found in the table that is there now;
	 * none if it cannot be.
	 */
	List<String> nowKey() {
		TableShape present = this.nowShape;
		if (present == null || !this.distinct) {
			return List.of();
		}
		Column alias = this.shape.alias();
		if (this.shape.rowid() == null || alias != null) {
			List<String> names = this.shape.key()
				.stream()
				.map((name) -> this.columns.get(Names.fold(name)))
				.filter(Objects::nonNull)
				.toList();
			if (names.size() == this.shape.key().size()) {
				return names;
			}
		}
		return (this.shape.rowid() != null && present.rowid() != null) ? List.of(present.rowid()) : List.of();
	}

}
