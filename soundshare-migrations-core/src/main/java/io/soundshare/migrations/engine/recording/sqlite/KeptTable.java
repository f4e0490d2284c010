package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.soundshare.migrations.engine.recording.Recording.Entry;
import io.soundshare.migrations.engine.recording.Recording.Kept;
import io.soundshare.migrations.engine.recording.Recording.Place;
import org.jspecify.annotations.Nullable;

/**
 * Sets aside what is taken away. The columns of a kept table have no type, so that values
 * stay as they are.
 */
final class KeptTable {

	/** What the names of columns begin with that hold what a change set has left. */
	static final String LEFT = "ssm_left_";

	private static final String ALIAS = "ssm_k";

	/**
	 * The type that leaves values as they are. With none at all it would be the same, but
	 * Hibernate's validation stumbles over a column that has no type.
	 */
	private static final String EXACT = " BLOB";

	private final Sql sql;

	private final ChangeSetLog log;

	private final SchemaObject table;

	private final TableShape shape;

	/** The columns of the kept table that tell rows apart. */
	private final List<String> key;

	KeptTable(Sql sql, ChangeSetLog log, SchemaObject table, TableShape shape) {
		this.sql = sql;
		this.log = log;
		this.table = table;
		this.shape = shape;
		this.key = (shape.rowid() != null) ? List.of(Names.free("ssm_key", (name) -> shape.column(name).isPresent()))
				: shape.key();
	}

	/**
	 * Keep values of columns.
	 * @param columns the columns
	 * @param keys the expressions of the key, in the rows
	 * @param values the expression of a column in the rows; {@code null} if it is gone
	 * @param left the expressions of what the change set has left there, so that a value
	 * stays that somebody has given since; {@code null} where nothing is left
	 * @param rows what comes after FROM
	 * @return what brings them back
	 */
	Entry keepColumns(List<Column> columns, List<String> keys, Function<Column, @Nullable String> values,
			List<@Nullable String> left, String rows) throws SQLException {
		List<String> names = columns.stream().map(Column::name).toList();
		Place place = new Place(this.table.name(), (names.size() == 1) ? names.get(0) : null);
		String target = Names.quote(this.table.name());
		List<String> stored = new ArrayList<>(names);
		List<String> expressions = new ArrayList<>(columns.stream().map(values).map(String::valueOf).toList());
		List<String> sets = new ArrayList<>();
		List<String> conditions = new ArrayList<>();
		for (int i = 0; i < this.key.size(); i++) {
			conditions.add(target + "." + Names.quote(this.shape.key().get(i)) + " = " + ALIAS + "."
					+ Names.quote(this.key.get(i)));
		}
		for (int i = 0; i < names.size(); i++) {
			String name = Names.quote(names.get(i));
			String value = ALIAS + "." + name;
			if (left.get(i) != null) {
				String then = ALIAS + "." + Names.quote(add(stored, LEFT + i));
				expressions.add(String.valueOf(left.get(i)));
				String now = target + "." + name;
				value = "CASE WHEN " + unchanged(now, then) + " THEN " + value + " ELSE " + now + " END";
			}
			sets.add(name + " = " + value);
		}
		for (Column part : identity(columns)) {
			String value = values.apply(part);
			if (value != null) {
				conditions.add(target + "." + part.quoted() + " IS " + ALIAS + "."
						+ Names.quote(add(stored, "ssm_key_" + part.keyPart())));
				expressions.add(value);
			}
		}
		String kept = keep(place, stored, keys, expressions, rows);
		return new Entry("UPDATE " + target + " SET " + String.join(", ", sets) + " FROM " + Names.quote(kept) + " AS "
				+ ALIAS + " WHERE " + String.join(" AND ", conditions), kept);
	}

	/**
	 * The query that counts the rows for which a statement finds what is kept of them;
	 * {@code null} if it looks for none.
	 */
	static @Nullable String found(String sql, Kept kept, String source) {
		String from = Names.quote(kept.name()) + " AS " + ALIAS;
		String move = "DELETE FROM " + from + " WHERE NOT ";
		String join = " FROM " + from + " WHERE ";
		if (sql.startsWith(move)) {
			return "SELECT count(*) FROM " + from + " WHERE " + sql.substring(move.length());
		}
		int at = sql.lastIndexOf(join);
		return (at < 0 || !sql.startsWith("UPDATE")) ? null : "SELECT count(*) FROM " + source + " AS "
				+ Names.quote(kept.place().table()) + ", " + from + " WHERE " + sql.substring(at + join.length());
	}

	private static String add(List<String> stored, String wanted) {
		String name = Names.free(wanted, (other) -> Names.contains(stored, other));
		stored.add(name);
		return name;
	}

	/** What tells a row from another that has got its rowid: SQLite gives that again. */
	private List<Column> identity(List<Column> without) {
		return (this.shape.rowid() == null || this.shape.alias() != null) ? List.of()
				: this.shape.stored()
					.stream()
					.filter((column) -> column.keyPart() > 0 && !without.contains(column))
					.toList();
	}

	/** A value was converted back meanwhile, which can change how it is written. */
	private static String unchanged(String value, String left) {
		return "(" + value + " IS " + left + " OR CAST(" + value + " AS TEXT) IS CAST(" + left + " AS TEXT))";
	}

	/**
	 * Keep rows that are gone.
	 * @param copy the rows
	 * @param rows what comes after FROM
	 * @return what brings them back, but for those whose place somebody has taken
	 */
	Entry keepRows(RowCopy copy, String rows) throws SQLException {
		List<Column> columns = beside(copy);
		String kept = keep(new Place(this.table.name(), null), columns.stream().map(Column::name).toList(),
				copy.key(this.shape), columns.stream().map(copy::column).toList(), rows);
		String insert = insert(kept, columns);
		// IGNORE would ignore what is required, too, but virtual tables know nothing
		// else.
		return new Entry(this.table.isVirtual() ? insert.replaceFirst("INSERT", "INSERT OR IGNORE")
				: insert + " WHERE true ON CONFLICT DO NOTHING", kept);
	}

	/**
	 * Keep rows that have got other values, which the table might not take as it was:
	 * they are moved out of it before it is made again, with all that was written since.
	 * @param copy the rows
	 * @param pair the table that was, and is
	 * @param changed the columns that have got other values
	 * @param left the expressions of these values; {@code null} where the column is gone
	 * @param rows what comes after FROM
	 * @return what moves them out, and last what puts them into the table again
	 */
	List<Entry> moveRows(RowCopy copy, TablePair pair, List<Column> changed, List<@Nullable String> left, String rows)
			throws SQLException {
		List<Column> columns = beside(copy);
		List<String> stored = new ArrayList<>(columns.stream().map(Column::name).toList());
		List<String> expressions = new ArrayList<>(columns.stream().map(copy::column).toList());
		Map<Column, String> values = new LinkedHashMap<>();
		for (Column column : columns) {
			String now = pair.now(column);
			int place = changed.indexOf(column);
			String given = (place >= 0) ? left.get(place) : null;
			if (given != null) {
				String then = ALIAS + "." + Names.quote(add(stored, LEFT + place));
				expressions.add(given);
				values.put(column, unchanged("n." + Names.quote(String.valueOf(now)), then));
			}
			else if (now != null) {
				values.put(column, "n." + Names.quote(now) + " IS " + ALIAS + "." + column.quoted());
			}
		}
		String kept = keep(new Place(this.table.name(), null), stored, copy.key(this.shape), expressions, rows);
		String present = Names.quote(Objects.requireNonNull(pair.nowShape()).name());
		List<String> same = new ArrayList<>();
		List<String> nowKey = pair.nowKey();
		for (int i = 0; i < this.key.size(); i++) {
			same.add("n." + Names.quote(nowKey.get(i)) + " = " + ALIAS + "." + Names.quote(this.key.get(i)));
		}
		String match = String.join(" AND ", same);
		identity(List.of()).stream().map(values::get).filter(Objects::nonNull).forEach(same::add);
		List<String> sets = new ArrayList<>();
		values.forEach((column, unchanged) -> sets.add(column.quoted() + " = CASE WHEN " + unchanged + " THEN " + ALIAS
				+ "." + column.quoted() + " ELSE n." + Names.quote(String.valueOf(pair.now(column))) + " END"));
		String target = Names.quote(kept) + " AS " + ALIAS;
		List<Entry> entries = new ArrayList<>();
		entries.add(new Entry("DELETE FROM " + target + " WHERE NOT EXISTS (SELECT 1 FROM " + present + " AS n WHERE "
				+ String.join(" AND ", same) + ")", kept));
		if (!sets.isEmpty()) {
			entries.add(new Entry("UPDATE " + target + " SET " + String.join(", ", sets) + " FROM " + present
					+ " AS n WHERE " + match, kept));
		}
		entries.add(new Entry(
				"DELETE FROM " + present + " AS n WHERE EXISTS (SELECT 1 FROM " + target + " WHERE " + match + ")",
				kept));
		entries.add(new Entry(insert(kept, columns), kept));
		return entries;
	}

	/** The columns of rows but for those of the key. */
	private List<Column> beside(RowCopy copy) {
		List<Column> columns = new ArrayList<>(copy.columns());
		if (this.shape.rowid() == null) {
			columns.removeIf((column) -> column.keyPart() > 0);
		}
		else {
			columns.remove(this.shape.alias());
		}
		return columns;
	}

	private String insert(String kept, List<Column> columns) {
		List<String> names = columns.stream().map(Column::name).toList();
		List<String> targets = new ArrayList<>(this.shape.key());
		List<String> sources = new ArrayList<>(this.key);
		targets.addAll(names);
		sources.addAll(names);
		List<String> values = new ArrayList<>(sources.stream().map(Names::quote).toList());
		for (Column lost : this.shape.stored()) {
			if (Fill.isNeeded(lost) && !Names.contains(targets, lost.name())) {
				targets.add(lost.name());
				values.add(Fill.value(this.table, lost, "rowid"));
			}
		}
		return "INSERT INTO " + Names.quote(this.table.name()) + " ("
				+ String.join(", ", targets.stream().map(Names::quote).toList()) + ") SELECT "
				+ String.join(", ", values) + " FROM " + Names.quote(kept);
	}

	private String keep(Place place, List<String> names, List<String> keys, List<String> values, String rows)
			throws SQLException {
		String kept = this.log.nextKept();
		List<String> definitions = new ArrayList<>();
		for (String name : this.key) {
			definitions.add(Names.quote(name) + ((this.shape.rowid() != null) ? " INTEGER PRIMARY KEY" : EXACT));
		}
		names.forEach((name) -> definitions.add(Names.quote(name) + EXACT));
		if (this.shape.rowid() == null) {
			definitions.add("PRIMARY KEY (" + String.join(", ", this.key.stream().map(Names::quote).toList()) + ")");
		}
		List<String> selected = new ArrayList<>(keys);
		selected.addAll(values);
		this.sql.run("CREATE TABLE main." + Names.quote(kept) + " (" + String.join(", ", definitions) + ")");
		int count = this.sql
			.run("INSERT INTO main." + Names.quote(kept) + " SELECT " + String.join(", ", selected) + " FROM " + rows);
		this.log.keep(kept, place, count);
		return kept;
	}

}
