package io.soundshare.migrations.engine.recording.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Has triggers write down which rows change, in a temporary table, for as long as there
 * is something to watch. A trigger for each row sees them in the order they change, also
 * where they are those of a partition or of a table that inherits.
 */
final class RowWatch {

	private static final String TRIGGER = Names.quoted("~undo");

	private static final String TRUNCATION = Names.quoted("~undo truncate");

	private static final String MAKE = """
			CREATE TEMPORARY SEQUENCE undo_number;
			CREATE TEMPORARY TABLE undo_rows (n bigint, relation oid, kind "char", layout text, old text, present text);
			CREATE FUNCTION pg_temp.undo_row() RETURNS trigger LANGUAGE plpgsql SET datestyle TO 'ISO, YMD'
				SET intervalstyle TO 'postgres' SET extra_float_digits TO 3 SET search_path TO pg_catalog AS $undo$
			DECLARE
				number bigint := pg_catalog.nextval('pg_temp.undo_number');
				layout text;
			BEGIN
				IF number > TG_ARGV[0]::bigint THEN
					RETURN NULL;
				END IF;
				IF TG_ARGV[1] = 't' THEN
					layout := (SELECT pg_catalog.string_agg(a.attnum::text, ' ' ORDER BY a.attnum) FROM pg_catalog.pg_attribute a
						WHERE a.attrelid = TG_RELID AND a.attnum > 0 AND NOT a.attisdropped);
				END IF;
				IF TG_OP = 'INSERT' THEN
					INSERT INTO pg_temp.undo_rows VALUES (number, TG_RELID, 'I', layout, NULL, NEW::text);
				ELSIF TG_OP = 'UPDATE' THEN
					INSERT INTO pg_temp.undo_rows VALUES (number, TG_RELID, 'U', layout, OLD::text, NEW::text);
				ELSIF TG_OP = 'DELETE' THEN
					INSERT INTO pg_temp.undo_rows VALUES (number, TG_RELID, 'D', layout, OLD::text, NULL);
				ELSE
					EXECUTE pg_catalog.format('INSERT INTO pg_temp.undo_rows SELECT pg_catalog.nextval(''pg_temp.undo_number''), $1,'
						' ''D'', $2, t::text, NULL FROM ONLY %I.%I t LIMIT $3', TG_TABLE_SCHEMA, TG_TABLE_NAME)
						USING TG_RELID, layout, TG_ARGV[0]::bigint + 1;
				END IF;
				RETURN NULL;
			END $undo$""";

	private static final String DROP = """
			DROP FUNCTION pg_temp.undo_row();
			DROP TABLE pg_temp.undo_rows;
			DROP SEQUENCE pg_temp.undo_number""";

	private final Statements statements;

	private final long limit;

	private final Map<Key, Item> watched = new LinkedHashMap<>();

	private boolean ready;

	/** Whether what was ready may have been rolled back. */
	private boolean unsure;

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
				String on = " ON " + table.qualified() + " FOR EACH %s EXECUTE FUNCTION pg_temp.undo_row("
						+ (this.limit + 1) + ", " + (changing ? "t" : "f") + ")";
				if (root(catalog, table) == table) {
					sql.add("CREATE TRIGGER " + TRIGGER + " AFTER INSERT OR UPDATE OR DELETE" + on.formatted("ROW"));
				}
				if (table.is("relkind", "r")) {
					sql.add("CREATE TRIGGER " + TRUNCATION + " BEFORE TRUNCATE" + on.formatted("STATEMENT"));
				}
			}
		}
		if (!sql.isEmpty()) {
			settle();
			if (!this.ready) {
				sql.add(0, MAKE);
				this.ready = true;
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

	boolean isWatching() {
		return !this.watched.isEmpty();
	}

	Collection<Item> watched() {
		return this.watched.values();
	}

	/** Take the triggers away, from those tables that are still there. */
	void remove() throws SQLException {
		List<String> sql = new ArrayList<>();
		try (Statement statement = this.statements.connection()
			.createStatement(); ResultSet rows = statement.executeQuery("""
					SELECT format('DROP TRIGGER %I ON %s', t.tgname, t.tgrelid::regclass) FROM pg_trigger t
					WHERE t.tgname LIKE '~undo%' AND t.tgparentid = 0 AND t.tgfoid = 'pg_temp.undo_row'::regproc""")) {
			while (rows.next()) {
				sql.add(rows.getString(1));
			}
		}
		if (!sql.isEmpty()) {
			this.statements.run(String.join(";", sql));
		}
		this.watched.clear();
	}

	/** Read what the triggers have written, and have them begin again. */
	List<RowEvent> take(Catalog catalog) throws SQLException {
		List<RowEvent> events = new ArrayList<>();
		try (Statement statement = this.statements.connection().createStatement();
				ResultSet rows = statement
					.executeQuery("SELECT relation, kind, layout, old, present FROM pg_temp.undo_rows ORDER BY n")) {
			while (rows.next()) {
				Key table = Key.relation(rows.getLong(1));
				String layout = rows.getString(3);
				List<Integer> columns = (layout != null)
						? Arrays.stream(layout.split(" ")).map(Integer::valueOf).toList()
						: catalog.parts(table, Kind.COLUMN).stream().map((column) -> column.key().part()).toList();
				events.add(new RowEvent(table, rows.getString(2).charAt(0), RowEvent.row(rows.getString(4), columns),
						RowEvent.row(rows.getString(5), columns)));
			}
		}
		this.statements.run("TRUNCATE pg_temp.undo_rows");
		return events;
	}

	/** Leave nothing behind. */
	void end() throws SQLException {
		settle();
		if (this.ready) {
			this.ready = false;
			this.statements.run(DROP);
		}
	}

	/** What was made may be gone again, or not. */
	void forget() {
		this.watched.clear();
		this.unsure = this.unsure || this.ready;
	}

	private void settle() throws SQLException {
		if (this.unsure) {
			try (Statement statement = this.statements.connection().createStatement();
					ResultSet row = statement.executeQuery("SELECT to_regclass('pg_temp.undo_rows') IS NOT NULL")) {
				row.next();
				this.ready = row.getBoolean(1);
			}
			this.unsure = false;
		}
	}

}
