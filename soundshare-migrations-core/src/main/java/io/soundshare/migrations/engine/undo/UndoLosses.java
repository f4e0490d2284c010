package io.soundshare.migrations.engine.undo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.Recording.Kept;
import io.soundshare.migrations.engine.recording.Recording.Place;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * The rows that are lost on the way down: asked for one revision after the other, it
 * remembers what is undone by then, and where rows are that go with a table.
 */
final class UndoLosses {

	/** No rows. */
	private static final String NOTHING = "";

	private final UndoRun run;

	/** The rows that are taken out of tables before those are dropped. */
	private final Map<String, Long> takenOut = new HashMap<>();

	/** Where the rows of a table are, that is not there or has another name now. */
	private final Map<String, String> sources = new HashMap<>();

	/** The tables that go, by their names. */
	private final Set<String> told = new TreeSet<>();

	private final Set<String> gone = new TreeSet<>();

	/** What was recorded of later revisions; {@code null} if that is not all known. */
	private @Nullable List<Recording> later = new ArrayList<>();

	UndoLosses(UndoRun run) {
		this.run = run;
	}

	/** The next revision is not the one before the last: nobody knows what came later. */
	void forgetOrder() {
		this.later = null;
	}

	/**
	 * Tell what the next revision loses.
	 * @param made the tables and columns it has made
	 * @param recorded what was recorded of it
	 * @param recordings the same, as far as it is as it was written
	 * @return the tables and columns that are gone with rows nobody brings back
	 */
	List<String> next(List<Place> made, @Nullable RecordedUndo recorded, List<Recording> recordings)
			throws DatabaseException {
		List<String> lost = told(find(made, recorded));
		if (recorded != null) {
			recordings.forEach((recording) -> rememberSources(recording, recorded.kept()));
		}
		return lost;
	}

	private Map<Place, Long> find(List<Place> made, @Nullable RecordedUndo recorded) throws DatabaseException {
		Map<Place, String> fills = new HashMap<>();
		if (recorded != null) {
			for (RecordedUndo.Part part : recorded.parts()) {
				part.summary().inserted().forEach((table, rows) -> this.takenOut.merge(table, rows, Long::sum));
				fills.putAll(part.summary().fills());
			}
		}
		Map<Place, Long> lost = new LinkedHashMap<>();
		for (Place place : made) {
			if (place.column() == null) {
				this.told.add(place.table());
			}
			String source = this.sources.getOrDefault(place.table(),
					(recorded != null) ? this.run.quotedTable(place.table()) : place.table());
			if (source.equals(NOTHING) || this.gone.contains(source)) {
				continue;
			}
			if (place.column() == null) {
				Long rows = count(source, "");
				add(lost, place, rows,
						isOthers(place.table(), source, recorded) ? 0 : this.takenOut.getOrDefault(place.table(), 0L));
				this.gone.add(source);
			}
			else {
				String column = (recorded != null) ? this.run.quoted(place.column()) : place.column();
				String fill = fills.get(place);
				add(lost, place, count(source, " WHERE " + column + " IS NOT NULL" + ((fill != null)
						? " AND CAST(" + column + " AS text) <> '" + fill.replace("'", "''") + "'" : "")), 0);
			}
		}
		return lost;
	}

	/**
	 * Whether somebody has changed the rows that a new table was left with, so that
	 * nobody can tell any more which are whose.
	 */
	private boolean isOthers(String table, String source, @Nullable RecordedUndo recorded) throws DatabaseException {
		String left = (recorded != null && recorded.parts().size() == 1)
				? recorded.parts().get(0).summary().contents().get(table) : null;
		if (left == null || this.later == null
				|| this.later.stream().anyMatch((recording) -> Footprint.isChanging(recording, table))) {
			return false;
		}
		String content = this.run.content(source);
		return content != null && !content.equals(left);
	}

	/**
	 * Tell which rows a rollback that somebody has written deletes, less those that the
	 * revision has put there. Asked after {@link #next}: what goes with a table was told.
	 */
	List<String> deleted(List<RolledBackRows> all, @Nullable RecordedUndo recorded) throws DatabaseException {
		List<String> lost = new ArrayList<>();
		for (RolledBackRows deleted : all) {
			String query = deleted.query();
			Long rows = (query != null) ? this.run.number(query) : null;
			boolean told = this.told.stream().anyMatch(deleted::isOf);
			boolean own = recorded == null && deleted.seeded() && deleted.condition() != null;
			long others = (rows != null) ? rows - own(deleted, recorded) : 1;
			if (!told && !own && others > 0) {
				lost.add(((rows != null) ? others + ((others == 1) ? " row" : " rows") : "rows") + " of table "
						+ deleted.table());
			}
		}
		return lost;
	}

	/** The rows that were put into a table, and go now: of all, also those of later. */
	private long own(RolledBackRows deleted, @Nullable RecordedUndo recorded) {
		long own = 0;
		if (deleted.condition() == null) {
			for (Map.Entry<String, Long> out : this.takenOut.entrySet()) {
				own += deleted.isOf(out.getKey()) ? out.getValue() : 0;
			}
		}
		else if (recorded != null) {
			for (RecordedUndo.Part part : recorded.parts()) {
				for (Map.Entry<String, Long> inserted : part.summary().inserted().entrySet()) {
					own += deleted.isOf(inserted.getKey()) ? inserted.getValue() : 0;
				}
			}
		}
		return Math.max(own, 0);
	}

	/** Whether undoing later revisions may bring or take rows of a table. */
	boolean mayChange(String table) {
		return this.later == null
				|| this.later.stream().anyMatch((recording) -> Footprint.isChangingRows(recording, table));
	}

	/** How many rows are taken out of a table when it is undone so far. */
	long takenOut(String table) {
		return Math.max(this.takenOut.getOrDefault(table, 0L), 0);
	}

	/** Where the rows of a table are that is there when the last revision is undone. */
	@Nullable String source(String table) {
		String source = this.sources.getOrDefault(table, this.run.quotedTable(table));
		return source.equals(NOTHING) ? null : source;
	}

	/** Remember what the later revisions have changed. */
	void rememberLater(@Nullable RecordedUndo recorded, List<Recording> recordings) {
		if (recorded == null || recorded.parts().size() != recordings.size()) {
			this.later = null;
		}
		else if (this.later != null) {
			this.later.addAll(recordings);
		}
	}

	/** What cannot be counted is told without a number, rather than not at all. */
	private static void add(Map<Place, Long> lost, Place place, @Nullable Long rows, long own) {
		if (rows == null) {
			lost.put(place, -1L);
		}
		else if (rows > own) {
			lost.put(place, rows - own);
		}
	}

	private @Nullable Long count(String source, String condition) throws DatabaseException {
		return this.run.number("SELECT count(*) FROM " + source + condition);
	}

	/**
	 * Remember where the rows of a table are now that has another name by then, or is
	 * back by then.
	 */
	private void rememberSources(Recording recording, List<Kept> kept) {
		List<String> gone = tables(recording.after(), recording.before());
		List<String> back = tables(recording.before(), recording.after());
		for (String table : back) {
			String source = kept.stream()
				.filter((one) -> one.place().equals(new Place(table, null)))
				.map((one) -> this.run.quoted(one.name()))
				.findFirst()
				.orElse(NOTHING);
			boolean renamed = source.equals(NOTHING) && gone.size() == 1 && back.size() == 1;
			if (renamed) {
				String name = gone.get(0);
				source = this.sources.getOrDefault(name, this.run.quotedTable(name));
				this.takenOut.put(table, this.takenOut.getOrDefault(name, 0L));
			}
			this.sources.put(table, this.gone.contains(source) ? NOTHING : source);
		}
	}

	private static List<String> tables(Map<String, String> among, Map<String, String> others) {
		return among.keySet()
			.stream()
			.filter((name) -> name.startsWith("table ") && !others.containsKey(name))
			.map((name) -> name.substring("table ".length()))
			.toList();
	}

	private static List<String> told(Map<Place, Long> places) {
		return places.entrySet()
			.stream()
			.map((entry) -> (entry.getValue() < 0) ? entry.getKey().toString()
					: counted(entry.getKey(), entry.getValue()))
			.toList();
	}

	/** A place with its number of rows. */
	private static String counted(Place place, long rows) {
		return counted(place, rows, rows + " ");
	}

	/**
	 * The same with more to say of the number.
	 * @param number the number, or more, with a space
	 */
	static String counted(Place place, long rows, String number) {
		return place + " (" + number + ((place.column() == null) ? "row" : "value") + ((rows == 1) ? ")" : "s)");
	}

}
