package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.soundshare.migrations.engine.recording.Recording.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What would be missing of the rows of a dropped table when the rows of the table in its
 * place were put into it again.
 */
final class RowDifference {

	private final Workbench bench;

	private final ChangeSetLog log;

	private TablePair pair;

	private final RowCopy copy;

	private final KeptTable kept;

	private final List<Entry> deletes = new ArrayList<>();

	private final List<Entry> entries = new ArrayList<>();

	private final List<Entry> values = new ArrayList<>();

	RowDifference(Workbench bench, ChangeSetLog log, TablePair pair, RowCopy copy) {
		this.bench = bench;
		this.log = log;
		this.pair = pair;
		this.copy = copy;
		this.kept = new KeptTable(bench.sql(), log, pair.was(), pair.shape());
	}

	/** Compare them, and keep what would be missing. */
	void find() throws SQLException {
		SchemaObject now = this.pair.now();
		if (this.copy.rows() == 0) {
			if (now != null) {
				deleteAdded("main." + Names.quote(now.name()) + " n", "0");
			}
			return;
		}
		String before = "temp." + this.copy.name() + " d";
		if (now != null && !this.pair.nowKey().isEmpty()) {
			String after = "main." + Names.quote(now.name()) + " n";
			if (isDistinct(before, after)) {
				compare(before, after);
				return;
			}
			this.pair = this.pair.indistinct();
		}
		keepRows("1");
	}

	/** The tables, and how their rows belong together. */
	TablePair pair() {
		return this.pair;
	}

	/** What deletes the rows that have come with the table that is there now. */
	List<Entry> deletes() {
		return this.deletes;
	}

	/** What gives the rows that are there the values they had. */
	List<Entry> values() {
		return this.values;
	}

	/** What brings back what would be missing, when the table is as it was. */
	List<Entry> entries() {
		return this.entries;
	}

	private boolean isDistinct(String before, String after) throws SQLException {
		TableShape present = this.pair.nowShape();
		return (present != null && present.key().equals(this.pair.nowKey())) || this.bench.sql()
			.number("SELECT (SELECT count(*) FROM " + before + " JOIN " + after + " ON " + match()
					+ ") > (SELECT count(*) FROM " + before + " WHERE EXISTS (SELECT 1 FROM " + after + " WHERE "
					+ match() + "))") == 0;
	}

	private void compare(String before, String after) throws SQLException {
		String match = match();
		List<Column> columns = this.copy.columns();
		List<String> sums = new ArrayList<>(List.of("count(*)"));
		columns.forEach((column) -> sums.add("total(" + differs(column) + ")"));
		List<Long> counts = this.bench.sql()
			.query("SELECT " + String.join(", ", sums) + " FROM " + before + " JOIN " + after + " ON " + match,
					(row) -> {
						List<Long> numbers = new ArrayList<>();
						for (int i = 1; i <= sums.size(); i++) {
							numbers.add(row.getLong(i));
						}
						return numbers;
					})
			.get(0);
		List<Column> changed = new ArrayList<>();
		for (int i = 0; i < columns.size(); i++) {
			if (counts.get(i + 1) > 0) {
				changed.add(columns.get(i));
			}
		}
		String found = "EXISTS (SELECT 1 FROM " + after + " WHERE " + match + ")";
		if (this.bench.sql().number("SELECT count(*) FROM " + after) > counts.get(0)) {
			deleteAdded(after, "EXISTS (SELECT 1 FROM " + before + " WHERE " + match + ")");
		}
		if (this.copy.rows() > counts.get(0)) {
			keepRows("NOT " + found);
		}
		if (changed.isEmpty() || !this.log.policy().keep()) {
			return;
		}
		List<@Nullable String> left = new ArrayList<>();
		changed.forEach((column) -> left.add(left(column)));
		String rows = before + " JOIN " + after + " ON " + match + " WHERE " + anyDiffers(changed);
		if (changed.stream().anyMatch((column) -> this.pair.now(column) != null && isConstrained(column))) {
			List<Entry> moved = this.kept.moveRows(this.copy, this.pair, changed, left, rows);
			this.deletes.addAll(moved.subList(0, moved.size() - 1));
			this.entries.add(moved.get(moved.size() - 1));
			return;
		}
		this.values.add(this.kept.keepColumns(changed, this.copy.key(this.pair.shape()), this::before, left, rows));
	}

	/** Before the table is made again, since it may not take them. */
	private void deleteAdded(String after, String wanted) throws SQLException {
		Literals literals = this.bench.literals();
		TableShape present = Objects.requireNonNull(this.pair.nowShape());
		List<String> key = present.key().stream().map((name) -> "n." + Names.quote(name)).toList();
		RowUndo undo = new RowUndo((sql) -> this.deletes.add(new Entry(sql)));
		List<List<String>> rows = this.bench.sql()
			.query("SELECT " + String.join(", ", key) + " FROM " + after + " WHERE NOT " + wanted + " LIMIT "
					+ (this.log.budget().rowsLeft() + 1), (row) -> literals.read(row, 1, key.size()));
		this.log.budget().addRows(rows.size());
		rows.forEach((row) -> undo.inserted(present, row, List.of()));
		undo.flush();
	}

	private void keepRows(String which) throws SQLException {
		if (this.copy.rows() > 0 && this.log.policy().keep()) {
			this.entries.add(this.kept.keepRows(this.copy, "temp." + this.copy.name() + " d WHERE " + which));
		}
	}

	private String match() {
		List<String> before = this.copy.key(this.pair.shape());
		List<String> after = this.pair.nowKey();
		List<String> conditions = new ArrayList<>();
		for (int i = 0; i < before.size(); i++) {
			conditions.add(before.get(i) + " = n." + Names.quote(after.get(i)));
		}
		return String.join(" AND ", conditions);
	}

	private String differs(Column column) {
		String value = this.copy.column(column);
		@Nullable String now = this.pair.now(column);
		return (now != null) ? Fill.differ(value, "n." + Names.quote(now)) : Fill.differs(column, value);
	}

	/** The value a column had; {@code null} if it had gone before. */
	private @Nullable String before(Column column) {
		return this.copy.columns().contains(column) ? this.copy.column(column) : null;
	}

	/** The value the change set has left; {@code null} if the column is gone. */
	private @Nullable String left(Column column) {
		@Nullable String now = this.pair.now(column);
		return (now != null) ? "n." + Names.quote(now) : null;
	}

	private String anyDiffers(List<Column> columns) {
		return (columns.isEmpty()) ? "0" : String.join(" OR ", columns.stream().map(this::differs).toList());
	}

	/**
	 * Whether values there are now could not be put into the table as it was, or would be
	 * in the way while one after the other is brought back.
	 */
	private boolean isConstrained(Column column) {
		SchemaObject table = this.pair.was();
		return column.keyPart() > 0 || column.required() || table.hasWord("UNIQUE") || table.hasWord("CHECK")
				|| table.hasWord("STRICT");
	}

}
