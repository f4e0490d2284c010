package io.soundshare.migrations.engine.undo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.Recording.Entry;
import io.soundshare.migrations.engine.recording.Recording.Kept;
import io.soundshare.migrations.engine.recording.Recording.Place;
import io.soundshare.migrations.model.Undo.How;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * What comes back with a revision that is undone: kept values, as far as they find the
 * rows they are of, and something else in the rows for which nothing is kept.
 */
final class UndoReturns {

	private final UndoRun run;

	private final UndoLosses losses;

	private final How how;

	private final Map<RecordedUndo.Part, Recording> parts;

	/** For how many rows there is something kept, where that can be asked. */
	private final Map<Place, Long> found = new LinkedHashMap<>();

	UndoReturns(UndoRun run, UndoLosses losses, How how, Map<RecordedUndo.Part, Recording> parts) {
		this.run = run;
		this.losses = losses;
		this.how = how;
		this.parts = parts;
	}

	/** Tell what is restored. */
	List<String> restored() throws DatabaseException {
		List<String> restored = new ArrayList<>();
		for (Map.Entry<RecordedUndo.Part, Recording> part : this.parts.entrySet()) {
			for (Kept kept : part.getKey().summary().kept()) {
				if (this.run.isPresent(kept.name())) {
					restored.add(told(part.getValue(), kept));
				}
			}
		}
		return restored;
	}

	private String told(Recording recording, Kept kept) throws DatabaseException {
		List<Entry> entries = recording.entries()
			.stream()
			.filter((entry) -> kept.name().equals(entry.keptTable()))
			.toList();
		if (entries.stream().allMatch((entry) -> entry.sql().startsWith("INSERT"))) {
			boolean free = !recording.after().containsKey("table " + kept.place().table());
			return told(kept, kept.rows(), free);
		}
		Long count = found(entries, kept);
		if (count == null) {
			return told(kept, kept.rows(), false);
		}
		this.found.merge(kept.place(), count, Long::sum);
		// Rows that were deleted may be back by then.
		return this.losses.mayChange(kept.place().table()) ? told(kept, kept.rows(), false)
				: told(kept, count, entries.stream().allMatch((entry) -> this.run.dialect().isOverwriting(entry)));
	}

	/** A rollback that somebody has written may fill it by itself. */
	private String told(Kept kept, long count, boolean sure) {
		boolean exact = sure && (this.how != How.WRITTEN || count == 0);
		return UndoLosses.counted(kept.place(), kept.rows(), (exact ? "" : "up to ")
				+ ((exact && count < kept.rows()) ? count + " of " + kept.rows() : count) + " ");
	}

	/** For how many rows something is kept; {@code null} if that cannot be asked. */
	private @Nullable Long found(List<Entry> entries, Kept kept) throws DatabaseException {
		String source = this.losses.source(kept.place().table());
		if (source == null) {
			return null;
		}
		String query = entries.stream()
			.map((entry) -> this.run.dialect().found(entry, kept, source))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		return (query != null) ? this.run.number(query) : null;
	}

	/** Tell which rows get a value that nobody has given them. */
	List<String> filled() throws DatabaseException {
		List<String> filled = new ArrayList<>();
		for (RecordedUndo.Part part : (this.how == How.RECORDED) ? this.parts.keySet() : List.<RecordedUndo.Part>of()) {
			for (Map.Entry<Place, String> fill : part.summary().filled().entrySet()) {
				Long rows = rows(part, fill.getKey());
				if (rows == null) {
					filled.add(fill.getKey() + " of rows written since, which get " + fill.getValue());
				}
				else if (rows > 0) {
					filled.add(fill.getKey() + " of " + rows + ((rows == 1) ? " row, which gets " : " rows, which get ")
							+ fill.getValue());
				}
			}
		}
		return filled;
	}

	/** How many rows have no value in a column; {@code null} if that cannot be told. */
	private @Nullable Long rows(RecordedUndo.Part part, Place place) throws DatabaseException {
		String source = this.losses.source(place.table());
		if (source == null) {
			return 0L;
		}
		Long without = this.run.number(
				"SELECT count(*) FROM " + source + " t WHERE t." + this.run.quoted(place.column() + "") + " IS NULL");
		if (without != null) {
			return without;
		}
		Long all = this.run.number("SELECT count(*) FROM " + source);
		return (all != null) ? Long.valueOf(Math.max(all - found(part, place) - this.losses.takenOut(place.table()), 0))
				: null;
	}

	private long found(RecordedUndo.Part part, Place place) throws DatabaseException {
		for (Kept kept : part.summary().kept()) {
			boolean holds = kept.place().table().equals(place.table())
					&& (kept.place().column() == null || kept.place().equals(place));
			if (holds && this.run.isPresent(kept.name())) {
				return this.found.getOrDefault(kept.place(), kept.rows());
			}
		}
		return 0;
	}

}
