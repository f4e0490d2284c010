package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.soundshare.migrations.engine.recording.Recording.Place;
import org.jspecify.annotations.Nullable;

/**
 * Statements that change the schema, one after the other. What they have done to it is
 * told by the schema after them, but for what that cannot tell: which table or column has
 * become which, and what was in those that are gone.
 */
final class SchemaSegment {

	private final Workbench bench;

	private final ChangeSetLog log;

	private final Schema before;

	private final Set<String> madeBefore;

	private final SequenceWatch sequences;

	/** The folded names of what the statements are about. */
	private final Set<String> names = new HashSet<>();

	/** Whether they may be about anything else. */
	private boolean everywhere;

	/** The tables that were used, by the folded names they had. */
	private final Map<String, Track> tracks = new LinkedHashMap<>();

	/** Whether a trigger may have come that other tables' rows depend on. */
	private boolean triggers;

	private int copies;

	SchemaSegment(Workbench bench, ChangeSetLog log, Schema before) {
		this.bench = bench;
		this.log = log;
		this.before = before;
		this.madeBefore = Set.copyOf(log.made().keySet());
		this.sequences = new SequenceWatch(bench);
	}

	/** Look at a statement before it runs. */
	void will(Command command) throws SQLException {
		String table = command.target();
		this.names.add(Names.fold(table));
		this.everywhere |= isEverywhere(command);
		switch (command.kind()) {
			case CREATE_TABLE -> create(table);
			case CREATE_OTHER -> noteTrigger(command);
			case RENAME_TABLE, RENAME_COLUMN, DROP_COLUMN, ALTER_TABLE, DROP_TABLE -> {
				if (!this.bench.temporaries().hasTable(table)) {
					change(command, table);
				}
			}
			default -> {
				// Objects without rows: the schema tells.
			}
		}
	}

	private void noteTrigger(Command command) {
		if (command.detail().equalsIgnoreCase("TRIGGER")) {
			this.triggers = true;
		}
	}

	/** With most changes of a table SQLite also mends quotes in texts of others. */
	private static boolean isEverywhere(Command command) {
		return switch (command.kind()) {
			case RENAME_TABLE, RENAME_COLUMN, DROP_COLUMN, ANALYZE -> true;
			case ALTER_TABLE -> !command.detail().equals("ADD");
			case CREATE_TABLE -> command.detail().equals("VIRTUAL");
			default -> false;
		};
	}

	/** Somebody is about to set the numbers that tables have given out. */
	void willCount() throws SQLException {
		for (SchemaObject table : this.before.objects(SchemaObject::isPlainTable)) {
			if (!this.madeBefore.contains(Names.fold(table.name())) && table.hasWord("AUTOINCREMENT")) {
				this.sequences.watch(table);
			}
		}
	}

	/** Whether rows of it need no watching: it is new, and they go with it. */
	boolean isFree(Command command) {
		return command.kind() == Command.Kind.INSERT && !command.isReplacing() && this.log.isMade(command.target())
				&& !this.triggers && this.before.triggersOf(command.target()).isEmpty();
	}

	private void create(String table) {
		if (track(table) == null && (this.before.table(table) == null || isTracked(table))) {
			this.log.made().putIfAbsent(Names.fold(table), table);
		}
	}

	private boolean isTracked(String origin) {
		return this.tracks.containsKey(Names.fold(origin));
	}

	private void change(Command command, String table) throws SQLException {
		String name = Names.fold(table);
		if (this.log.isMade(table)) {
			if (command.kind() == Command.Kind.DROP_TABLE) {
				this.log.made().remove(name);
			}
			else if (command.kind() == Command.Kind.RENAME_TABLE) {
				this.log.made().remove(name);
				this.log.made().put(Names.fold(command.newName()), command.newName());
			}
			return;
		}
		Track track = tracked(table);
		if (track == null) {
			return;
		}
		if (track.origin().isVirtual() && command.kind() != Command.Kind.DROP_TABLE) {
			throw new ObstacleException("it changes the virtual table " + table);
		}
		switch (command.kind()) {
			case RENAME_TABLE -> track.rename(command.newName());
			case RENAME_COLUMN -> track.renameColumn(command.detail(), command.newName());
			case DROP_COLUMN -> dropColumn(track, table, command.detail());
			case DROP_TABLE -> track.drop(copy(track, table));
			default -> {
				// How it was is known by now, which is all that is needed.
			}
		}
	}

	private @Nullable RowCopy copy(Track track, String table) throws SQLException {
		if (track.origin().isVirtual()) {
			VirtualTable.refuseOpaque(track.origin());
			if (VirtualTable.of(track.origin()).isDerived()) {
				return null;
			}
		}
		boolean needed = this.log.policy().keep() || !this.log.made().isEmpty();
		return (needed) ? RowCopy.of(this.bench.sql(), track, table, ++this.copies) : null;
	}

	private void dropColumn(Track track, String table, String column) throws SQLException {
		Column was = track.was(column).orElse(null);
		if (was == null) {
			return;
		}
		if (this.log.policy().keep() && !was.generated()) {
			String value = Names.quote(column);
			String rows = "main." + Names.quote(table) + " WHERE " + Fill.differs(was, value);
			if (this.bench.sql().number("SELECT EXISTS (SELECT 1 FROM " + rows + ")") > 0) {
				List<String> key = (track.shape().rowid() != null)
						? List.of(RowCopy.rowid(this.bench.sql(), track, table))
						: track.shape()
							.key()
							.stream()
							.map((name) -> track.now(track.shape().column(name).orElseThrow()))
							.map(String::valueOf)
							.toList();
				track.restores()
					.add(0, new KeptTable(this.bench.sql(), this.log, track.origin(), track.shape()).keepColumns(
							List.of(was), key.stream().map(Names::quote).toList(), (one) -> quoted(track.now(one)),
							Collections.singletonList(null), rows));
			}
		}
		track.dropColumn(was);
	}

	private static @Nullable String quoted(@Nullable String name) {
		return (name != null) ? Names.quote(name) : null;
	}

	/** The track of the table that is called so by now. */
	private @Nullable Track track(String table) {
		for (Track track : this.tracks.values()) {
			String name = track.name();
			if (name != null && Names.same(name, table)) {
				return track;
			}
		}
		return null;
	}

	/** The same, from now on if it was not tracked before. */
	private @Nullable Track tracked(String table) throws SQLException {
		Track track = track(table);
		SchemaObject origin = this.before.table(table);
		if (track != null || origin == null || isTracked(table)) {
			return track;
		}
		track = new Track(origin, this.bench.tables().shape(origin));
		this.tracks.put(Names.fold(table), track);
		if (track.shape().counting()) {
			this.sequences.watch(origin);
		}
		return track;
	}

	/** Write what undoes it all, and return the schema there is now. */
	Schema close() throws SQLException {
		boolean partly = !this.everywhere && !this.before.hasVirtualTables();
		Schema after = (partly) ? this.bench.schemas().readAfter(this.before, this.names) : this.bench.schemas().read();
		List<TablePair> pairs = new Pairing(this.bench, this.log, this.before, after, this.madeBefore, this.tracks)
			.pairs();
		pairs.sort(Comparator.comparing((pair) -> pair.was().name()));
		List<TablePair> known = new ArrayList<>();
		RowEntries rows = new RowEntries();
		for (TablePair pair : pairs) {
			TablePair compared = compared(pair, rows);
			known.add(compared);
			rows.addValues(compared, pair.restores());
			this.log.touched().add(pair.was().label());
			TableShape now = pair.nowShape();
			if (now != null) {
				Fill.filled(compared)
					.forEach((column) -> this.log.filled()
						.put(new Place(pair.was().name(), column.name()), Fill.shown(pair.was(), column)));
				pair.added().forEach((column) -> this.log.addColumn(new Place(now.name(), column.name())));
			}
		}
		this.log
			.addInOrder(new SchemaUndo(this.before, after, known, this.madeBefore, Set.copyOf(this.log.made().keySet()))
				.statements(rows, this.sequences.restores(known)));
		return (this.log.kept().isEmpty()) ? after : this.bench.schemas().confirm(after);
	}

	private TablePair compared(TablePair pair, RowEntries rows) throws SQLException {
		RowCopy copy = pair.rows();
		if (copy == null) {
			return pair;
		}
		RowDifference difference = new RowDifference(this.bench, this.log, pair, copy);
		difference.find();
		copy.drop(this.bench.sql());
		rows.deletes().addAll(difference.deletes());
		rows.addValues(difference.pair(), difference.values());
		if (pair.now() == null && !pair.restores().isEmpty()) {
			rows.addValues(pair, difference.entries());
		}
		else {
			rows.add(pair, difference.entries());
		}
		SchemaObject now = pair.now();
		if (now != null && !difference.deletes().isEmpty()) {
			rows.tables().add(Names.fold(now.name()));
		}
		return difference.pair();
	}

}
