package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Finds out what has become of each table, and which are new.
 */
final class Pairing {

	private final Workbench bench;

	private final ChangeSetLog log;

	private final Schema before;

	private final Schema after;

	private final Set<String> madeBefore;

	private final Map<String, Track> tracks;

	/** The folded names of the tables that are what has become of one. */
	private final Set<String> found = new HashSet<>();

	Pairing(Workbench bench, ChangeSetLog log, Schema before, Schema after, Set<String> madeBefore,
			Map<String, Track> tracks) {
		this.bench = bench;
		this.log = log;
		this.before = before;
		this.after = after;
		this.madeBefore = madeBefore;
		this.tracks = tracks;
	}

	/** The tables something has become of. */
	List<TablePair> pairs() throws SQLException {
		List<TablePair> pairs = new ArrayList<>();
		List<Track> dropped = new ArrayList<>();
		for (SchemaObject table : this.before.objects((object) -> object.is("table"))) {
			Track track = this.tracks.get(Names.fold(table.name()));
			if (this.madeBefore.contains(Names.fold(table.name()))) {
				continue;
			}
			if (track != null && track.name() == null) {
				dropped.add(track);
				continue;
			}
			SchemaObject now = this.after.table((track != null) ? String.valueOf(track.name()) : table.name());
			if (now == null || (table.isVirtual() && !table.isLike(now))) {
				throw new ObstacleException("it does something to table " + table.name() + " that is not understood");
			}
			this.found.add(Names.fold(now.name()));
			if (track != null || !table.isLike(now)) {
				pairs.add(alive(table, track, now));
			}
		}
		for (Track track : dropped) {
			pairs.add(replaced(track));
		}
		findMade();
		return pairs;
	}

	private TablePair alive(SchemaObject table, @Nullable Track track, SchemaObject now) throws SQLException {
		TableShape nowShape = this.bench.tables().shape(now);
		TableShape shape = (track != null) ? track.shape() : nowShape;
		if (track == null) {
			return new TablePair(table, shape, now, nowShape, sameNames(shape, nowShape), null, List.of(), true, true);
		}
		Map<String, String> columns = new HashMap<>();
		for (Column column : shape.columns()) {
			String name = track.now(column);
			if (name != null) {
				columns.put(Names.fold(column.name()), name);
			}
		}
		String first = first(table);
		this.log.firstNames().remove(Names.fold(table.name()));
		this.log.firstNames().put(Names.fold(now.name()), first);
		return new TablePair(table, shape, now, nowShape, columns, null, track.restores(), true, true);
	}

	private String first(SchemaObject table) {
		return this.log.firstNames().getOrDefault(Names.fold(table.name()), table.name());
	}

	/** A table that has come under the name of one that was dropped is in its place. */
	private TablePair replaced(Track track) throws SQLException {
		SchemaObject table = track.origin();
		for (String name : List.of(table.name(), first(table))) {
			SchemaObject now = this.after.table(name);
			if (now != null && now.isPlainTable() && table.isPlainTable() && this.log.isMade(name)
					&& this.found.add(Names.fold(name))) {
				this.log.made().remove(Names.fold(name));
				this.log.firstNames().put(Names.fold(name), first(table));
				TableShape nowShape = this.bench.tables().shape(now);
				return new TablePair(table, track.shape(), now, nowShape, sameNames(track.shape(), nowShape),
						track.rows(), track.restores(), false, true);
			}
		}
		return new TablePair(table, track.shape(), null, null, Map.of(), track.rows(), track.restores(), false, true);
	}

	private static Map<String, String> sameNames(TableShape shape, TableShape nowShape) {
		Map<String, String> columns = new HashMap<>();
		for (Column column : shape.columns()) {
			nowShape.column(column.name()).ifPresent((now) -> columns.put(Names.fold(column.name()), now.name()));
		}
		return columns;
	}

	private void findMade() {
		this.log.made().keySet().removeIf((name) -> this.after.table(name) == null);
		for (SchemaObject table : this.after.objects((object) -> object.is("table"))) {
			String name = Names.fold(table.name());
			if (!this.found.contains(name)) {
				this.log.made().put(name, table.name());
			}
		}
	}

}
