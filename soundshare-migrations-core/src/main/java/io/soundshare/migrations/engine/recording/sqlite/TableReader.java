package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Reads the columns of tables, once for each text of theirs.
 */
final class TableReader {

	/**
	 * Beyond that comparing rows would be too deep for SQLite (SQLITE_MAX_EXPR_DEPTH).
	 */
	private static final int MOST_COLUMNS = 900;

	private final Sql sql;

	private final Map<String, TableShape> shapes = new HashMap<>();

	TableReader(Sql sql) {
		this.sql = sql;
	}

	TableShape shape(SchemaObject table) throws SQLException {
		TableShape shape = this.shapes.get(table.sql());
		if (shape == null) {
			shape = read(table);
			this.shapes.put(table.sql(), shape);
		}
		return shape;
	}

	private TableShape read(SchemaObject table) throws SQLException {
		String literal = Names.literal(table.name());
		List<Column> columns = this.sql
			.query("SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(" + literal
					+ ", 'main') WHERE hidden <> 1", TableReader::column);
		if (columns.isEmpty()) {
			throw new ObstacleException("table " + table.name() + " cannot be read");
		}
		if (columns.size() > MOST_COLUMNS) {
			throw new ObstacleException("table " + table.name() + " has " + columns.size() + " columns");
		}
		if (isWithoutRowid(table)) {
			return new TableShape(table.name(), columns, null, null, false);
		}
		Column alias = alias(table, columns, literal);
		String rowid = (alias != null) ? alias.name() : rowid(columns.stream().map(Column::name).toList());
		if (rowid == null) {
			throw new ObstacleException("table " + table.name() + " has columns of all names of the rowid");
		}
		return new TableShape(table.name(), columns, rowid, alias, alias != null && table.hasWord("AUTOINCREMENT"));
	}

	private static Column column(ResultSet row) throws SQLException {
		return new Column(row.getString(1), row.getString(2), row.getBoolean(3), row.getString(4), row.getInt(5),
				row.getInt(6) > 1);
	}

	/** INTEGER PRIMARY KEY is the rowid, but if it has an index: DESC. */
	private @Nullable Column alias(SchemaObject table, List<Column> columns, String literal) throws SQLException {
		List<Column> key = columns.stream().filter((column) -> column.keyPart() > 0).toList();
		if (key.size() != 1 || !key.get(0).type().equalsIgnoreCase("INTEGER")) {
			return null;
		}
		if (table.hasWord("DESC") && this.sql
			.number("SELECT count(*) FROM pragma_index_list(" + literal + ", 'main') WHERE origin = 'pk'") > 0) {
			return null;
		}
		return key.get(0);
	}

	/** The name of the rowid that no column has taken. */
	static @Nullable String rowid(List<String> taken) {
		return Stream.of("rowid", "_rowid_", "oid")
			.filter((name) -> !Names.contains(taken, name))
			.findFirst()
			.orElse(null);
	}

	/** It is said after the last bracket. */
	private static boolean isWithoutRowid(SchemaObject table) {
		List<Token> tokens = table.tokens();
		for (int i = tokens.size() - 1; i > 0 && !tokens.get(i).isSymbol(')'); i--) {
			if (tokens.get(i).is("ROWID") && tokens.get(i - 1).is("WITHOUT")) {
				return true;
			}
		}
		return false;
	}

}
