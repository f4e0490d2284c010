package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a table that is dropped, in a temporary one without types: until the end of
 * the segment tells what takes its place.
 *
 * @param name the temporary table
 * @param columns the columns that are in it, as c0 and so on
 * @param rows how many rows there are
 */
record RowCopy(String name, List<Column> columns, long rows) {

	/** No row needs no table. */
	static final RowCopy EMPTY = new RowCopy("", List.of(), 0);

	static RowCopy of(Sql sql, Track track, String table, int number) throws SQLException {
		if (sql.number("SELECT EXISTS (SELECT 1 FROM main." + Names.quote(table) + ")") == 0) {
			return EMPTY;
		}
		TableShape shape = track.shape();
		String name = Workbench.PREFIX + "drop_" + number;
		List<Column> columns = shape.stored().stream().filter((column) -> track.now(column) != null).toList();
		List<String> targets = new ArrayList<>();
		List<String> sources = new ArrayList<>();
		if (shape.rowid() != null) {
			targets.add("k INTEGER PRIMARY KEY");
			sources.add(Names.quote(rowid(sql, track, table)));
		}
		for (int i = 0; i < columns.size(); i++) {
			targets.add("c" + i);
			sources.add(Names.quote(String.valueOf(track.now(columns.get(i)))));
		}
		sql.run("CREATE TEMP TABLE " + name + " (" + String.join(", ", targets) + ")");
		int rows = sql.run("INSERT INTO temp." + name + " SELECT " + String.join(", ", sources) + " FROM main."
				+ Names.quote(table));
		return new RowCopy(name, columns, rows);
	}

	void drop(Sql sql) throws SQLException {
		if (!this.name.isEmpty()) {
			sql.run("DROP TABLE temp." + this.name);
		}
	}

	/** The name of the rowid of a table that is there still. */
	static String rowid(Sql sql, Track track, String table) throws SQLException {
		Column alias = track.shape().alias();
		String now = (alias != null) ? track.now(alias) : null;
		if (now != null) {
			return now;
		}
		List<String> taken = sql
			.texts("SELECT name FROM pragma_table_xinfo(" + Names.literal(table) + ", 'main') WHERE name LIKE '%id%'");
		String rowid = TableReader.rowid(taken);
		if (rowid == null) {
			throw new ObstacleException("table " + table + " has columns of all names of the rowid");
		}
		return rowid;
	}

	/** The column of it that has the values of one of the table. */
	String column(Column column) {
		return "d.c" + this.columns.indexOf(column);
	}

	/** The columns of it that tell a row from others. */
	List<String> key(TableShape shape) {
		return (shape.rowid() != null) ? List.of("d.k")
				: shape.key().stream().map((name) -> column(shape.column(name).orElseThrow())).toList();
	}

}
