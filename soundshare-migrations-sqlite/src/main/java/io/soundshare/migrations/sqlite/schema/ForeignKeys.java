package io.soundshare.migrations.sqlite.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.sqlite.ddl.Names;

/**
 * The foreign keys of a schema, and what they need of the tables they refer to.
 */
public final class ForeignKeys {

	private final SqliteSchema schema;

	ForeignKeys(SqliteSchema schema) {
		this.schema = schema;
	}

	/**
	 * All foreign keys.
	 * @return the foreign keys, by table
	 */
	public List<ForeignKeyReference> all() {
		Map<String, ForeignKeyReference> keys = new LinkedHashMap<>();
		this.schema
			.query("SELECT m.name, f.id, f.\"table\", f.\"from\", f.\"to\", f.on_delete FROM main.sqlite_master m,"
					+ " pragma_foreign_key_list(m.name, 'main') f WHERE m.type = 'table' ORDER BY m.rowid, f.id, f.seq",
					(row) -> {
						String id = row.getString(1) + "\0" + row.getInt(2);
						if (!keys.containsKey(id)) {
							keys.put(id, new ForeignKeyReference(row.getString(1), row.getInt(2), new ArrayList<>(),
									row.getString(3), new ArrayList<>(), row.getString(6)));
						}
						ForeignKeyReference key = keys.get(id);
						key.columns().add(row.getString(4));
						if (row.getString(5) != null) {
							key.parentColumns().add(row.getString(5));
						}
						return key;
					});
		return List.copyOf(keys.values());
	}

	/**
	 * The foreign keys that refer to a table, its own among them.
	 * @param table the table's name
	 * @return the foreign keys
	 */
	public List<ForeignKeyReference> to(String table) {
		return all().stream().filter((key) -> Names.same(key.parent(), table)).toList();
	}

	/**
	 * The foreign keys that need a unique index, because nothing else makes the columns
	 * they refer to a key.
	 * @param index the index
	 * @return the foreign keys
	 */
	public List<ForeignKeyReference> needing(StoredObject index) {
		List<String> columns = keyColumns(index.name());
		return to(index.table()).stream()
			.filter((key) -> !key.parentColumns().isEmpty() && sameNames(key.parentColumns(), columns))
			.filter((key) -> isUnique(index.name()) && !isKey(index.table(), columns, index.name()))
			.toList();
	}

	/**
	 * Whether a table refers to itself in a way that stops SQLite from dropping it while
	 * foreign keys are enforced: it deletes all rows first, one after the other.
	 * @param table the table's name
	 * @return whether it does
	 */
	public boolean holdItself(String table) {
		return to(table).stream()
			.anyMatch((key) -> Names.same(key.table(), table) && !key.onDelete().equals("NO ACTION"));
	}

	private boolean isUnique(String index) {
		return this.schema
			.query("SELECT 1 FROM main.sqlite_master m, pragma_index_list(m.tbl_name, 'main') l WHERE m.type = 'index'"
					+ " AND m.name = ? AND l.name = m.name AND l.\"unique\" = 1 AND l.partial = 0",
					(row) -> row.getInt(1), index)
			.size() == 1;
	}

	/**
	 * Whether the primary key or another unique index than this one is on just these
	 * columns.
	 */
	private boolean isKey(String table, List<String> columns, String except) {
		boolean primary = sameNames(columns, this.schema
			.query("SELECT name FROM pragma_table_info(?, 'main') WHERE pk > 0", (row) -> row.getString(1), table));
		return primary || this.schema
			.query("SELECT name FROM pragma_index_list(?, 'main') WHERE \"unique\" = 1 AND partial = 0",
					(row) -> row.getString(1), table)
			.stream()
			.anyMatch((name) -> !name.equals(except) && sameNames(keyColumns(name), columns));
	}

	private List<String> keyColumns(String index) {
		return this.schema.query("SELECT coalesce(name, '') FROM pragma_index_info(?, 'main')",
				(row) -> row.getString(1), index);
	}

	private static boolean sameNames(List<String> some, List<String> others) {
		return Names.foldAll(some).equals(Names.foldAll(others));
	}

}
