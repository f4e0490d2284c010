package io.soundshare.migrations.engine.recording.postgres;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashSet;
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
 * out afterwards what has really been lost.
 */
final class KeptData {

	private final Surroundings surroundings;

	private final Statements statements;

	private final RecordingPolicy policy;

	private final long journalId;

	private final List<KeptCopy> copies = new ArrayList<>();

	private final List<Kept> kept = new ArrayList<>();

	/** The tables and columns that were looked at before they may have gone. */
	private final Set<Key> seen = new HashSet<>();

	private int number;

	private @Nullable String hidden;

	KeptData(Surroundings surroundings, RecordingPolicy policy, long journalId) {
		this.surroundings = surroundings;
		this.statements = surroundings.statements();
		this.policy = policy;
		this.journalId = journalId;
	}

	/**
	 * Copy what may be lost of what was there before the change set.
	 * @return the copies
	 */
	List<KeptCopy> copy(Catalog first, Catalog now, Losses losses) throws SQLException {
		List<KeptCopy> made = new ArrayList<>();
		if (this.policy.keep()) {
			for (Key table : losses.tables()) {
				copy(first, now, table, null, losses, made);
			}
			for (var columns : losses.columns().entrySet()) {
				if (!losses.tables().contains(columns.getKey())) {
					copy(first, now, columns.getKey(), columns.getValue(), losses, made);
				}
			}
		}
		this.copies.addAll(made);
		return made;
	}

	/** Why rows cannot be kept whole; {@code null} if they can. */
	@Nullable String hidden() {
		return this.hidden;
	}

	private void copy(Catalog first, Catalog now, Key key, @Nullable Set<Item> columns, Losses losses,
			List<KeptCopy> made) throws SQLException {
		if (columns == null) {
			this.seen.add(key);
		}
		else {
			columns.forEach((column) -> this.seen.add(column.key()));
		}
		Item table = now.item(key);
		if (first.group(key) != null && table.is("relkind", "r") && table.has("secured")
				&& this.statements.isTrue("SELECT row_security_active(" + key.oid() + "::oid)")) {
			this.hidden = "policies hide rows of " + now.name(table) + " from its owner, so that they cannot be kept";
			return;
		}
		if (first.group(key) == null || !table.is("relkind", "r")
				|| !this.statements.isTrue("SELECT EXISTS (SELECT 1 FROM ONLY " + table.qualified() + ")")) {
			return;
		}
		TableRows rows = new TableRows(first, now, table);
		List<Item> lost = rows.columns()
			.stream()
			.filter((column) -> columns == null || columns.contains(column))
			.filter((column) -> first.column(key, column.key().part()) != null)
			.toList();
		if (lost.isEmpty() && columns != null) {
			return;
		}
		List<Item> copied = new ArrayList<>(rows.key(lost));
		if (columns == null || copied.isEmpty()) {
			copied = new ArrayList<>(rows.columns());
		}
		else {
			lost.stream().filter((column) -> !rows.key(lost).contains(column)).forEach(copied::add);
		}
		String name = name();
		this.statements.run("CREATE TABLE %s AS SELECT %s FROM ONLY %s".formatted(name,
				copied.stream().map(TableRows::durable).collect(Collectors.joining(", ")), table.qualified()));
		made.add(new KeptCopy(name, this.number, table, rows, copied, losses.isComputed()));
	}

	/** The name of a new kept table, in the schema tables are made in. */
	private String name() throws SQLException {
		this.number++;
		return Names.quoted(this.surroundings.schema()) + "."
				+ Names.quoted(this.policy.keptTable(this.journalId, this.number));
	}

	/**
	 * Find what has gone without anybody having expected it, so that its rows are lost.
	 * @return its name for people; {@code null} if there is nothing
	 */
	@Nullable String unseen(Matching matching) {
		Catalog first = matching.before();
		for (Item item : this.policy.keep() ? matching.gone() : List.<Item>of()) {
			Item owner = first.item(item.owner());
			boolean rows = owner.kind() == Kind.TABLE && owner.is("relkind", "r");
			if (rows && item.kind() == Kind.TABLE && !this.seen.contains(item.key())) {
				return "table " + first.name(item);
			}
			if (rows && item.kind() == Kind.COLUMN && !item.has("generated") && !matching.isGone(owner)
					&& !this.seen.contains(item.key()) && !this.seen.contains(owner.key())) {
				return "column " + first.name(owner) + "." + item.name();
			}
		}
		return null;
	}

	/** Whether it is not known yet what has become of the values of a copy. */
	boolean hasNew() {
		return this.copies.stream().anyMatch((copy) -> !copy.wasCompared());
	}

	/** Write down what has become of values that have got another type. */
	void compare(Catalog after, Casts casts) throws SQLException {
		for (KeptCopy copy : this.copies) {
			if (!copy.isCompared()) {
				find(copy, after, casts);
				if (copy.isUseless()) {
					this.statements.run("DROP TABLE " + copy.name());
				}
			}
		}
		this.copies.removeIf(KeptCopy::isUseless);
	}

	private void find(KeptCopy copy, Catalog after, Casts casts) throws SQLException {
		if (after.group(copy.table().key()) == null) {
			copy.tableIsGone();
			return;
		}
		for (Item column : copy.columns()) {
			Item now = after.column(copy.table().key(), column.key().part());
			if (now == null || now.has("generated")) {
				copy.gone().add(column);
			}
			else if (!column.version().equals(now.version())
					&& mayBeAnother(copy, column, now, after.item(copy.table().key()))) {
				copy.converted().put(column, compare(copy, column, now, after, casts));
			}
		}
	}

	/**
	 * Whether values may be others: by another type, or by an expression that made them
	 * anew.
	 */
	private static boolean mayBeAnother(KeptCopy copy, Item column, Item now, Item table) {
		return copy.isComputed() ? !table.get("file").equals(copy.table().get("file"))
				: TableRows.isConverted(column, now) && !Casts.isWider(column, now);
	}

	private boolean compare(KeptCopy copy, Item column, Item now, Catalog after, Casts casts) throws SQLException {
		if (this.statements.connection().getAutoCommit()) {
			return false;
		}
		Savepoint savepoint = this.statements.connection().setSavepoint();
		try {
			this.statements.run("ALTER TABLE " + copy.name() + " ADD COLUMN " + KeptCopy.back(column) + " text");
			this.statements.run(
					copy.rows().compare(copy, column, after, casts.cast("t." + Names.quoted(now.name()), column, now)));
			if (Narrowing.isIn(this.statements, after.item(copy.table().key()), casts, column, now)) {
				copy.narrowed().add(column);
			}
			this.statements.connection().releaseSavepoint(savepoint);
			return true;
		}
		catch (SQLException ex) {
			// Not every value has a way back.
			this.statements.connection().rollback(savepoint);
			return false;
		}
	}

	/**
	 * Keep what of a copy has been lost, and drop it if that is nothing.
	 * @return what brings the rows back, in the order it is run
	 */
	List<Entry> settle(KeptCopy copy, Catalog first, Catalog last, @Nullable SchemaUndo schema) throws SQLException {
		List<Entry> entries = new ArrayList<>();
		boolean used = false;
		Key table = copy.table().key();
		if (copy.isTableGone()) {
			entries.add(entry(copy.number(), copy.rows().insert(copy.name())));
			keep(copy, copy.name(), copy.number(), null);
			copy.columns().forEach((column) -> copy.restored().add(column.key()));
			return entries;
		}
		for (Item column : copy.columns()) {
			Item then = first.column(table, column.key().part());
			if (then != null && isLost(copy, column)) {
				used |= keep(copy, column, then, last, schema, used, entries);
			}
		}
		if (!used) {
			this.statements.run("DROP TABLE " + copy.name());
		}
		return entries;
	}

	private boolean isLost(KeptCopy copy, Item column) throws SQLException {
		Boolean compared = copy.converted().get(column);
		if (copy.gone().contains(column) || compared == null) {
			return copy.gone().contains(column);
		}
		return !compared || copy.isAmbiguous() || copy.narrowed().contains(column)
				|| this.statements.isTrue(copy.differs(column));
	}

	private boolean keep(KeptCopy copy, Item column, Item then, Catalog last, @Nullable SchemaUndo schema, boolean used,
			List<Entry> entries) throws SQLException {
		String name = copy.name();
		int number = copy.number();
		if (used) {
			name = name();
			number = this.number;
			this.statements.run("CREATE TABLE " + name + " AS TABLE " + copy.name());
		}
		Boolean compared = copy.converted().get(column);
		if (Boolean.FALSE.equals(compared) && schema != null) {
			schema.discard(then);
		}
		else if (compared != null && schema != null) {
			schema.spare(then, name, KeptCopy.back(column));
		}
		entries.add(entry(number,
				copy.rows()
					.quietly(copy.rows().update(copy, name, column, last, schema),
							(trigger) -> schema == null || !schema.changes().isCreated(trigger))));
		keep(copy, name, number, then);
		copy.restored().add(column.key());
		return true;
	}

	private Entry entry(int number, String sql) {
		return new Entry(sql, this.policy.keptTable(this.journalId, number));
	}

	private void keep(KeptCopy copy, String name, int number, @Nullable Item column) throws SQLException {
		this.kept.add(new Kept(this.policy.keptTable(this.journalId, number),
				new Place(copy.rows().name(), (column != null) ? column.name() : null), this.statements.count(name)));
	}

	List<Kept> kept() {
		return this.kept;
	}

	/** Drop all copies, since nothing can use them. */
	void discard() throws SQLException {
		for (int i = 1; i <= this.number; i++) {
			this.statements.run("DROP TABLE IF EXISTS " + Names.quoted(this.surroundings.schema()) + "."
					+ Names.quoted(this.policy.keptTable(this.journalId, i)));
		}
		this.kept.clear();
	}

}
