package io.soundshare.migrations.engine.recording.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Has triggers write down which rows change, in a temporary table, for as long as there
 * is something to watch. A trigger for each row sees them in the order they change, also
 * where they are those of a partition or of a table that inherits.
 */
final class RowWatch {

	/** The class of what a constraint refuses. */
	private static final String VIOLATION = "23";

	/** The constraints that are looked at later by themselves. */
	private static final String DEFERRED = """
			SELECT quote_ident(n.nspname) || '.' || quote_ident(x.conname) FROM pg_constraint x
				JOIN pg_namespace n ON n.oid = x.connamespace WHERE x.condeferrable AND x.condeferred""";

	private final Statements statements;

	private final long limit;

	private final Map<Key, Item> watched = new LinkedHashMap<>();

	/**
	 * Whether constraints may be looked at later: until then no trigger can be dropped.
	 */
	private boolean deferrable;

	/** Whether all that can be is looked at later, also what is not by itself. */
	private boolean allDeferred;

	private boolean ready;

	/** Whether what was ready may have been rolled back. */
	private boolean unsure;

	/** The number of the last row that was taken. */
	private long last;

	RowWatch(Statements statements, long limit) {
		this.statements = statements;
		this.limit = limit;
	}

	/**
	 * Watch tables from now on.
	 * @param changing whether they may be altered meanwhile
	 */
	void add(Catalog catalog, Collection<Item> tables, boolean changing) throws SQLException {
		List<String> sql = new ArrayList<>();
		Map<Key, Item> all = new LinkedHashMap<>();
		// A trigger for each row of a partitioned table is one of all its partitions.
		tables.forEach((table) -> all.put(table.key(), table));
		tables.stream().map((table) -> root(catalog, table)).forEach((root) -> all.put(root.key(), root));
		for (Item table : all.values()) {
			if (this.watched.putIfAbsent(table.key(), table) == null) {
				this.deferrable |= isDeferrable(catalog, table);
				sql.addAll(RowTriggers.create(table, root(catalog, table) == table, this.limit, changing));
			}
		}
		if (!sql.isEmpty()) {
			settle();
			if (!this.ready) {
				sql.add(0, RowTriggers.BEGIN);
				this.ready = true;
				this.last = 0;
			}
			this.statements.run(String.join(";", sql));
		}
	}

	private static Item root(Catalog catalog, Item table) {
		return catalog.parts(table.key(), Kind.INHERITANCE)
			.stream()
			.filter((part) -> part.isSet("partition"))
			.map((part) -> root(catalog, catalog.item(Key.relation(part.number("parent")))))
			.findFirst()
			.orElse(table);
	}

	private static boolean isDeferrable(Catalog catalog, Item table) {
		return catalog.users(table.key())
			.stream()
			.flatMap((group) -> group.items().values().stream())
			.anyMatch((part) -> part.isSet("deferrable")
					&& (part.owner().equals(table.key()) || part.is("referred", String.valueOf(table.key().oid()))));
	}

	/** Hear of any statement: one may put off what constraints look at. */
	void hear(SqlStatement statement) {
		if (statement.isAt(0, "set") && statement.isAt(1, "constraints")) {
			this.allDeferred = statement.has("deferred");
		}
	}

	boolean isWatching() {
		return !this.watched.isEmpty();
	}

	/** Read what the triggers have written since it was read last. */
	List<RowEvent> take(Catalog catalog) throws SQLException {
		List<RowEvent> events = new ArrayList<>();
		Map<Key, Integer> emptied = new HashMap<>();
		try (Statement statement = this.statements.connection().createStatement();
				ResultSet rows = statement
					.executeQuery("SELECT relation, kind, layout, old, present, n, old_at, present_at "
							+ "FROM pg_temp.undo_rows WHERE n > " + this.last + " ORDER BY n")) {
			while (rows.next()) {
				Key table = Key.relation(rows.getLong(1));
				this.last = rows.getLong(6);
				if (rows.getString(2).equals("T")) {
					// Its places are given again.
					emptied.merge(table, 1, Integer::sum);
					continue;
				}
				String since = " " + emptied.getOrDefault(table, 0);
				String layout = rows.getString(3);
				List<Integer> columns = (layout != null)
						? Arrays.stream(layout.split(" "))
							.filter((number) -> !number.isEmpty())
							.map(Integer::valueOf)
							.toList()
						: catalog.parts(table, Kind.COLUMN).stream().map((column) -> column.key().part()).toList();
				events.add(new RowEvent(table, rows.getString(2).charAt(0), RowEvent.row(rows.getString(4), columns),
						RowEvent.row(rows.getString(5), columns), place(rows.getString(7), since),
						place(rows.getString(8), since)));
			}
		}
		return events;
	}

	private static @Nullable String place(@Nullable String place, String since) {
		return (place != null) ? place + since : null;
	}

	/**
	 * Take the triggers away, from those tables that are still there.
	 * @param changed whether tables may be gone or have other names
	 */
	void remove(boolean changed) throws SQLException {
		drop(changed ? query(RowTriggers.FIND) : RowTriggers.drop(this.watched.values()), List.of());
	}

	/** Leave nothing behind. */
	void end(boolean changed) throws SQLException {
		settle();
		if (this.ready) {
			this.ready = !drop(changed ? query(RowTriggers.FIND) : RowTriggers.drop(this.watched.values()),
					List.of(RowTriggers.END));
		}
	}

	private List<String> query(String query) throws SQLException {
		List<String> sql = new ArrayList<>();
		try (Statement statement = this.statements.connection().createStatement();
				ResultSet rows = statement.executeQuery(query)) {
			while (rows.next()) {
				sql.add(rows.getString(1));
			}
		}
		return sql;
	}

	/**
	 * Drop triggers. What constraints still have to look at forbids that, so they have to
	 * look now; if they do not like what they see, that is for the commit to say.
	 */
	private boolean drop(List<String> triggers, List<String> more) throws SQLException {
		List<String> sql = new ArrayList<>(triggers);
		sql.addAll(more);
		if (sql.isEmpty()) {
			return true;
		}
		if (!this.deferrable || this.statements.connection().getAutoCommit()) {
			this.statements.run(String.join(";", sql));
		}
		else if (!dropLater(sql)) {
			return false;
		}
		this.watched.clear();
		this.deferrable = false;
		return true;
	}

	private boolean dropLater(List<String> sql) throws SQLException {
		Savepoint savepoint = this.statements.connection().setSavepoint();
		try {
			this.statements.run("SET CONSTRAINTS ALL IMMEDIATE;" + String.join(";", sql));
			List<String> later = this.allDeferred ? List.of("ALL") : query(DEFERRED);
			if (!later.isEmpty()) {
				this.statements.run("SET CONSTRAINTS " + String.join(", ", later) + " DEFERRED");
			}
		}
		catch (SQLException ex) {
			if (!(ex.getSQLState() + "").startsWith(VIOLATION)) {
				throw ex;
			}
			this.statements.connection().rollback(savepoint);
			return false;
		}
		this.statements.connection().releaseSavepoint(savepoint);
		return true;
	}

	/** What was made may be gone again, or not. */
	void forget() {
		this.watched.clear();
		this.deferrable = false;
		this.allDeferred = false;
		this.unsure = this.unsure || this.ready;
	}

	private void settle() throws SQLException {
		if (this.unsure) {
			this.ready = Boolean
				.parseBoolean(query("SELECT (to_regclass('pg_temp.undo_rows') IS NOT NULL)::text").get(0));
			this.unsure = false;
		}
	}

}
