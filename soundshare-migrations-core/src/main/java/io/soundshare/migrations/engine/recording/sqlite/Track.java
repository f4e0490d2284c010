package io.soundshare.migrations.engine.recording.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.soundshare.migrations.engine.recording.Recording.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A table that was there when a segment began, and what has become of it since.
 */
final class Track {

	private final SchemaObject origin;

	private final TableShape shape;

	/** What its columns are called by now, by the folded names they had. */
	private final Map<String, String> columns = new HashMap<>();

	/** What brings back the values of dropped columns. */
	private final List<Entry> restores = new ArrayList<>();

	private @Nullable String name;

	private @Nullable RowCopy rows;

	Track(SchemaObject origin, TableShape shape) {
		this.origin = origin;
		this.shape = shape;
		this.name = origin.name();
		shape.columns().forEach((column) -> this.columns.put(Names.fold(column.name()), column.name()));
	}

	SchemaObject origin() {
		return this.origin;
	}

	/** Return how it was. */
	TableShape shape() {
		return this.shape;
	}

	/** Return what it is called by now; {@code null} if it was dropped. */
	@Nullable String name() {
		return this.name;
	}

	void rename(String newName) {
		this.name = newName;
	}

	/** The table is dropped, and its rows have been copied, if they were. */
	void drop(@Nullable RowCopy copy) {
		this.name = null;
		this.rows = copy;
	}

	@Nullable RowCopy rows() {
		return this.rows;
	}

	/** Return what a column that was there is called by now. */
	@Nullable String now(Column column) {
		return this.columns.get(Names.fold(column.name()));
	}

	/** Return the column that was there, of which this is what has become. */
	Optional<Column> was(String column) {
		return this.shape.columns().stream().filter((was) -> {
			String now = now(was);
			return now != null && Names.same(now, column);
		}).findFirst();
	}

	void renameColumn(String from, String to) {
		was(from).ifPresent((column) -> this.columns.put(Names.fold(column.name()), to));
	}

	void dropColumn(Column column) {
		this.columns.remove(Names.fold(column.name()));
	}

	/** The restores, the last one first. */
	List<Entry> restores() {
		return this.restores;
	}

}
