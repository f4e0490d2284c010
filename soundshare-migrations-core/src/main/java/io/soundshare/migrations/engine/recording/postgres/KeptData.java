package io.soundshare.migrations.engine.recording.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.soundshare.migrations.engine.recording.Recording.Entry;
import io.soundshare.migrations.engine.recording.Recording.Kept;
import io.soundshare.migrations.engine.recording.Recording.Place;
import io.soundshare.migrations.engine.recording.RecordingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Copies what a statement may take away to tables of its own, before it does, and finds
 * out after it what has really been lost.
 */
final class KeptData {

	private final Statements statements;

	private final RecordingPolicy policy;

	private final long journalId;

	private final List<Copy> copies = new ArrayList<>();

	private final List<Kept> kept = new ArrayList<>();

	private int number;

	KeptData(Statements statements, RecordingPolicy policy, long journalId) {
		this.statements = statements;
		this.policy = policy;
		this.journalId = journalId;
	}

	/** Copy what may be lost. */
	void copy(Catalog catalog, Losses losses, Catalog first) throws SQLException {
		if (!this.policy.keep()) {
			return;
		}
		for (Key table : losses.tables()) {
			copy(catalog, table, null, first);
		}
		for (var columns : losses.columns().entrySet()) {
			if (!losses.tables().contains(columns.getKey())) {
				copy(catalog, columns.getKey(), columns.getValue(), first);
			}
		}
	}

	private void copy(Catalog catalog, Key key, @Nullable Set<Item> columns, Catalog first) throws SQLException {
		Item table = catalog.item(key);
		if (first.group(key) == null || !table.is("relkind", "r") || isCopied(table, columns) || isEmpty(table)) {
			return;
		}
		TableRows rows = new TableRows(catalog, table);
		List<Item> identifying = (columns != null) ? rows.key(columns) : List.of();
		List<Item> copied = new ArrayList<>(identifying);
		if (columns == null || identifying.isEmpty()) {
			copied.clear();
			copied.addAll(rows.columns());
		}
		else {
			columns.stream().filter((column) -> !copied.contains(column)).forEach(copied::add);
		}
		String name = name();
		this.statements.run("CREATE TABLE %s AS SELECT %s FROM ONLY %s".formatted(name,
				copied.stream().map(TableRows::durable).collect(Collectors.joining(", ")), table.qualified()));
		this.copies.add(new Copy(name, this.number, table, rows, copied, identifying));
	}

	private boolean isCopied(Item table, @Nullable Set<Item> columns) {
		return this.copies.stream()
			.anyMatch((copy) -> copy.table().key().equals(table.key())
					&& copy.columns().containsAll((columns != null) ? columns : copy.rows().columns()));
	}

	private boolean isEmpty(Item table) throws SQLException {
		return !ask("SELECT EXISTS (SELECT 1 FROM ONLY " + table.qualified() + ")");
	}

	private boolean ask(String sql) throws SQLException {
		try (Statement statement = this.statements.connection().createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getBoolean(1);
		}
	}

	private long count(String table) throws SQLException {
		try (Statement statement = this.statements.connection().createStatement();
				ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
			row.next();
			return row.getLong(1);
		}
	}

	/** The name of a new kept table, in the schema tables are made in. */
	private String name() throws SQLException {
		this.number++;
		return Names.quoted(schema()) + "." + Names.quoted(this.policy.keptTable(this.journalId, this.number));
	}

	private String schema() throws SQLException {
		try (ResultSet row = this.statements.prepared("SELECT current_schema()").executeQuery()) {
			row.next();
			String schema = row.getString(1);
			return (schema != null) ? schema : "public";
		}
	}

	/**
	 * Keep what has been lost, and drop the other copies.
	 * @return what brings the rows back, in the order it is run
	 */
	List<Entry> settle(Catalog after, @Nullable SchemaUndo schema) throws SQLException {
		List<Entry> entries = new ArrayList<>();
		for (Copy copy : this.copies) {
			boolean used = false;
			if (after.group(copy.table().key()) == null) {
				// Only all of its columns are a table.
				if (copy.columns().containsAll(copy.rows().columns())) {
					entries.add(entry(copy.number(), copy.rows().insert(copy.name())));
					keep(copy, copy.name(), copy.number(), null);
					used = true;
				}
			}
			else if (schema != null) {
				for (Item column : copy.columns()) {
					used |= keep(copy, column, after, schema, used, entries);
				}
			}
			if (!used) {
				this.statements.run("DROP TABLE " + copy.name());
			}
		}
		this.copies.clear();
		return entries;
	}

	private boolean keep(Copy copy, Item column, Catalog after, SchemaUndo schema, boolean used, List<Entry> entries)
			throws SQLException {
		Item now = after.find(column.key());
		boolean gone = now == null || now.key().part() == 0 || schema.changes().isDropped(now);
		boolean converted = !gone && now != null && schema.changes().isConverted(now);
		if (!gone && !converted) {
			return false;
		}
		if (converted && now != null && Casts.isWider(column, now)) {
			return false;
		}
		String name = copy.name();
		int number = copy.number();
		if (used) {
			name = name();
			number = this.number;
			this.statements.run("CREATE TABLE " + name + " AS TABLE " + copy.name());
		}
		List<Item> key = copy.identifying();
		if (key.isEmpty()) {
			key = copy.rows().key(copy.rows().lost(after, schema.changes()));
		}
		List<Item> by = copy.rows().identifying(key, after, schema.changes());
		boolean compared = converted && now != null
				&& convert(copy, name, column, now, by, key.isEmpty(), after, schema);
		if (compared && !ask("SELECT EXISTS (SELECT 1 FROM %s WHERE %s::text IS DISTINCT FROM %s)".formatted(name,
				Names.quoted(column.name()), TableRows.BACK))) {
			if (used) {
				this.statements.run("DROP TABLE " + name);
			}
			else {
				this.statements.run("ALTER TABLE " + name + " DROP COLUMN " + TableRows.BACK);
			}
			return false;
		}
		entries.add(entry(number,
				copy.rows()
					.quietly(copy.rows().update(column, name, by, key.isEmpty(), compared),
							(trigger) -> !schema.changes().isCreated(trigger))));
		keep(copy, name, number, column);
		return true;
	}

	/**
	 * Write down beside each value what becomes of it by the other type and back.
	 * @return whether there is a way back for all of them
	 */
	private boolean convert(Copy copy, String name, Item column, Item now, List<Item> by, boolean all, Catalog after,
			SchemaUndo schema) throws SQLException {
		if (this.statements.connection().getAutoCommit()) {
			return false;
		}
		Savepoint savepoint = this.statements.connection().setSavepoint();
		try {
			this.statements.run("ALTER TABLE " + name + " ADD COLUMN " + TableRows.BACK + " text");
			this.statements.run(copy.rows()
				.compare(name, by, all, after, schema.cast("t." + Names.quoted(now.name()), column, now)));
			this.statements.connection().releaseSavepoint(savepoint);
			return true;
		}
		catch (SQLException ex) {
			this.statements.connection().rollback(savepoint);
			schema.discard(column);
			return false;
		}
	}

	private Entry entry(int number, String sql) {
		return new Entry(sql, this.policy.keptTable(this.journalId, number));
	}

	private void keep(Copy copy, String name, int number, @Nullable Item column) throws SQLException {
		this.kept.add(new Kept(this.policy.keptTable(this.journalId, number),
				new Place(copy.rows().name(), (column != null) ? column.name() : null), count(name)));
	}

	List<Kept> kept() {
		return this.kept;
	}

	/** Drop what is kept, since nothing can use it. */
	void discard() throws SQLException {
		for (Kept one : this.kept) {
			this.statements.run("DROP TABLE IF EXISTS " + Names.quoted(schema()) + "." + Names.quoted(one.name()));
		}
		this.kept.clear();
	}

	/**
	 * A copy.
	 *
	 * @param name its name, quoted, with its schema
	 * @param number its number
	 * @param table what it is of
	 * @param rows the rows of that table
	 * @param columns the columns it has
	 * @param identifying those that tell its rows apart; none if all are needed
	 */
	private record Copy(String name, int number, Item table, TableRows rows, List<Item> columns,
			List<Item> identifying) {
	}

}
