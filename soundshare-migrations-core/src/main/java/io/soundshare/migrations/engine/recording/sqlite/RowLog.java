package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The temporary table in which triggers log what becomes of rows: the key each has from
 * then on, the values it had, and those it has then. Its columns have no type, so that
 * values stay as they are.
 */
final class RowLog {

	private static final String NAME = Workbench.PREFIX + "log";

	private static final int FEWEST_COLUMNS = 8;

	/** After the number of the row, the table and the change. */
	private static final int FIRST_VALUE = 4;

	private final Sql sql;

	private int columns;

	RowLog(Sql sql) {
		this.sql = sql;
	}

	/** The names under which the values of a table are logged, in this order. */
	static List<String> values(TableShape shape) {
		return Stream.concat(shape.stored().stream().map(Column::name), shape.bareRowid()).toList();
	}

	/** The statements that make room for the rows of a table. */
	List<String> widen(TableShape shape) {
		int wanted = Math.max(FEWEST_COLUMNS, shape.key().size() + 2 * values(shape).size());
		List<String> statements = new ArrayList<>();
		if (this.columns == 0) {
			statements.add("CREATE TEMP TABLE " + NAME + " (n INTEGER PRIMARY KEY, t, o, "
					+ String.join(", ", names(0, wanted)) + ")");
		}
		else {
			names(this.columns, wanted)
				.forEach((name) -> statements.add("ALTER TABLE temp." + NAME + " ADD COLUMN " + name));
		}
		this.columns = Math.max(this.columns, wanted);
		return statements;
	}

	private static List<String> names(int from, int to) {
		return IntStream.range(from, to).mapToObj((i) -> "c" + i).toList();
	}

	/** The name of the trigger that logs a kind of change of a table. */
	static String trigger(int table, RowChange change) {
		return Workbench.PREFIX + table + "_" + change.name().charAt(0);
	}

	/**
	 * The statement that makes a trigger.
	 * @param most the number of rows of the log beyond which nothing more is logged
	 */
	static String triggerSql(int table, TableShape shape, RowChange change, long most) {
		List<String> columns = new ArrayList<>();
		List<String> values = new ArrayList<>();
		List<String> key = shape.key();
		List<String> old = values(shape);
		for (int i = 0; i < key.size() && change != RowChange.DELETE; i++) {
			columns.add("c" + i);
			values.add("NEW." + Names.quote(key.get(i)));
		}
		for (int i = 0; i < old.size() && change != RowChange.INSERT; i++) {
			columns.add("c" + (key.size() + i));
			values.add("OLD." + Names.quote(old.get(i)));
		}
		for (int i = 0; i < old.size() && change != RowChange.DELETE; i++) {
			columns.add("c" + (key.size() + old.size() + i));
			values.add("NEW." + Names.quote(old.get(i)));
		}
		return "CREATE TEMP TRIGGER " + trigger(table, change) + " AFTER " + change + " ON main."
				+ Names.quote(shape.name()) + " WHEN (SELECT coalesce(max(n), 0) FROM " + NAME + ") <= " + most
				+ " BEGIN INSERT INTO " + NAME + " (t, o, " + String.join(", ", columns) + ") VALUES (" + table + ", '"
				+ change.name().charAt(0) + "', " + String.join(", ", values) + "); END";
	}

	/** Read it from the beginning. */
	List<Row> read(List<TableShape> tables, Literals literals) throws SQLException {
		return this.sql.query("SELECT * FROM temp." + NAME + " ORDER BY n", (row) -> {
			int table = row.getInt(2);
			TableShape shape = tables.get(table);
			RowChange change = switch (row.getString(3)) {
				case "I" -> RowChange.INSERT;
				case "U" -> RowChange.UPDATE;
				default -> RowChange.DELETE;
			};
			int keys = shape.key().size();
			List<String> key = (change != RowChange.DELETE) ? literals.read(row, FIRST_VALUE, keys) : List.of();
			List<String> old = (change != RowChange.INSERT)
					? literals.read(row, FIRST_VALUE + keys, values(shape).size()) : List.of();
			int width = values(shape).size();
			List<String> now = (change != RowChange.DELETE) ? literals.read(row, FIRST_VALUE + keys + width, width)
					: List.of();
			return new Row(table, shape, change, key, old, now);
		});
	}

	static String dropSql() {
		return "DROP TABLE temp." + NAME;
	}

	/**
	 * A change of a row.
	 *
	 * @param table the number of the table it is of
	 * @param shape how that is
	 * @param change what it is
	 * @param key the key the row has then; none if it is deleted
	 * @param old the values it had; none if it is inserted
	 * @param now the values it has then; none if it is deleted
	 */
	record Row(int table, TableShape shape, RowChange change, List<String> key, List<String> old, List<String> now) {
	}

}
