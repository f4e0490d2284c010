package io.soundshare.migrations.test.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.soundshare.migrations.test.data.Tables.Column;
import io.soundshare.migrations.test.data.Tables.Reference;
import io.soundshare.migrations.test.data.Tables.Table;
import org.jspecify.annotations.Nullable;

/**
 * Fills tables with rows made up: usual ones, one with nothing where nothing may be, and
 * two at the edges of the types. Foreign keys are satisfied; what a check or a unique
 * constraint refuses is tried again with other values, among them those that the
 * definition of the table names.
 */
public final class RowMaker {

	private static final int ATTEMPTS = 60;

	private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'|(?<![\\w.])-?\\d+(?:\\.\\d+)?(?![\\w.])");

	private final Connection connection;

	private final Tables tables;

	private final Values values;

	private final Map<String, String> definitions;

	private final List<String> notes = new ArrayList<>();

	private @Nullable String refusal;

	/**
	 * Make rows for some tables.
	 * @param connection a connection whose transaction the caller ends
	 * @param tables the tables
	 * @param definitions the definition of each object, by its kind and name
	 */
	public RowMaker(Connection connection, Tables tables, Map<String, String> definitions) {
		this.connection = connection;
		this.tables = tables;
		this.values = new Values(tables.sqlite());
		this.definitions = definitions;
	}

	/**
	 * Fill the tables.
	 * @return which tables no row could be made up for, and why, each a line for people
	 * @throws SQLException if the database does not answer
	 */
	public List<String> fill() throws SQLException {
		for (Table table : this.tables.parentsFirst()) {
			if (table.columns().isEmpty()) {
				continue;
			}
			int made = 0;
			boolean searched = true;
			for (int row = 0; row < Values.ROWS; row++) {
				boolean there = make(table, row, searched);
				searched = there;
				made += there ? 1 : 0;
			}
			if (made == 0) {
				this.notes.add(table.name() + " stays empty: no row could be made up (" + this.refusal + ")");
			}
		}
		if (!this.tables.sqlite()) {
			advance();
		}
		return this.notes;
	}

	private boolean make(Table table, int row, boolean searching) throws SQLException {
		Map<String, String> planned = new LinkedHashMap<>();
		for (Column column : table.columns()) {
			if (!column.generated()) {
				planned.put(column.name(), planned(table, column, row));
			}
		}
		for (Reference reference : table.references()) {
			if (!refer(table, reference, row, planned)) {
				return false;
			}
		}
		if (insert(table, planned)) {
			return true;
		}
		List<Column> free = table.columns()
			.stream()
			.filter((column) -> !column.generated() && table.references()
				.stream()
				.noneMatch((reference) -> reference.columns().contains(column.name())))
			.toList();
		for (Column column : free) {
			Map<String, String> other = new LinkedHashMap<>(planned);
			other.put(column.name(), this.values.usual(column, row));
			if (insert(table, other)) {
				return true;
			}
		}
		return searching && search(table, free, row, planned);
	}

	/** With values that the table's definition names: a check may ask for one of them. */
	private boolean search(Table table, List<Column> free, int row, Map<String, String> planned) throws SQLException {
		List<String> named = named(table);
		Random random = new Random(row);
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Map<String, String> other = new LinkedHashMap<>(planned);
			for (Column column : free) {
				List<String> fitting = named.stream().filter((literal) -> this.values.fits(column, literal)).toList();
				boolean usual = fitting.isEmpty() || random.nextInt(3) == 0;
				other.put(column.name(), usual ? this.values.usual(column, row + attempt % 7)
						: fitting.get(random.nextInt(fitting.size())));
			}
			if (insert(table, other)) {
				return true;
			}
		}
		return false;
	}

	private List<String> named(Table table) throws SQLException {
		List<String> named = new ArrayList<>();
		String texts = this.definitions.entrySet()
			.stream()
			.filter((object) -> object.getKey().endsWith(table.name()) || object.getKey().startsWith("type ")
					|| object.getKey().startsWith("enum "))
			.map(Map.Entry::getValue)
			.collect(Collectors.joining("\n"));
		if (!this.tables.sqlite()) {
			texts += "\n" + String.join("\n", texts("SELECT pg_get_constraintdef(c.oid) FROM pg_constraint c "
					+ "WHERE contype = 'c' AND conrelid = '" + table.sql().replace("'", "''") + "'::regclass"));
			texts("SELECT DISTINCT enumlabel FROM pg_enum")
				.forEach((label) -> named.add("'" + label.replace("'", "''") + "'"));
		}
		Matcher literals = LITERAL.matcher(texts);
		while (literals.find()) {
			String literal = literals.group();
			named.add(literal);
			if (literal.matches("-?\\d{1,15}")) {
				named.add(String.valueOf(Long.parseLong(literal) + 1));
				named.add(String.valueOf(Long.parseLong(literal) - 1));
			}
		}
		return named.stream().distinct().toList();
	}

	private String planned(Table table, Column column, int row) {
		if (table.isKey(column)) {
			return this.values.usual(column, row);
		}
		return switch (row) {
			case 1 -> column.nullable() ? "NULL" : this.values.usual(column, row);
			case 2 -> this.values.low(column, row);
			case 3 -> this.values.high(column, row);
			default -> this.values.usual(column, row);
		};
	}

	/** Refer to a row, each to another one; return whether there is one to refer to. */
	private boolean refer(Table table, Reference reference, int row, Map<String, String> planned) throws SQLException {
		Table parent = this.tables.find(reference.table());
		boolean optional = reference.columns().stream().allMatch((column) -> table.column(column).nullable());
		List<String> referred = (parent != null && reference.referred().isEmpty()) ? parent.key()
				: reference.referred();
		List<List<String>> rows = (parent != null) ? literals(parent, referred) : List.of();
		// One row is referred to twice, and one not at all.
		int chosen = (row == Values.ROWS - 1) ? 0 : row;
		for (int i = 0; i < reference.columns().size(); i++) {
			String column = table.column(reference.columns().get(i)).name();
			if (optional && (row == 1 || rows.isEmpty())) {
				planned.put(column, "NULL");
			}
			else if (!rows.isEmpty()) {
				planned.put(column, rows.get(chosen % rows.size()).get(i));
			}
			else if (parent == table) {
				planned.put(column, String.valueOf(planned.get(table.column(referred.get(i)).name())));
			}
			else {
				this.refusal = "it needs a row of " + reference.table();
				return false;
			}
		}
		return true;
	}

	private List<List<String>> literals(Table table, List<String> columns) throws SQLException {
		String list = columns.stream()
			.map((column) -> this.tables.sqlite() ? "quote(" + Tables.quoted(column) + ")"
					: "quote_literal(" + Tables.quoted(column) + "::text)")
			.collect(Collectors.joining(", "));
		String present = columns.stream()
			.map((column) -> Tables.quoted(column) + " IS NOT NULL")
			.collect(Collectors.joining(" AND "));
		List<List<String>> rows = new ArrayList<>();
		try (Statement statement = this.connection.createStatement();
				ResultSet found = statement.executeQuery(
						"SELECT " + list + " FROM " + table.sql() + " WHERE " + present + " ORDER BY 1 DESC LIMIT 5")) {
			while (found.next()) {
				List<String> row = new ArrayList<>();
				for (int i = 1; i <= columns.size(); i++) {
					row.add(found.getString(i));
				}
				rows.add(row);
			}
		}
		return rows;
	}

	private List<String> texts(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			List<String> texts = new ArrayList<>();
			while (rows.next()) {
				texts.add(rows.getString(1));
			}
			return texts;
		}
	}

	private boolean insert(Table table, Map<String, String> row) throws SQLException {
		String sql = "INSERT INTO " + table.sql() + " ("
				+ row.keySet().stream().map(Tables::quoted).collect(Collectors.joining(", ")) + ")"
				+ (this.tables.sqlite() ? "" : " OVERRIDING SYSTEM VALUE") + " VALUES ("
				+ String.join(", ", row.values()) + ")";
		Savepoint savepoint = this.connection.setSavepoint();
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
			this.connection.releaseSavepoint(savepoint);
			return true;
		}
		catch (SQLException ex) {
			this.connection.rollback(savepoint);
			this.refusal = String.valueOf(ex.getMessage()).lines().findFirst().orElse("");
			return false;
		}
	}

	/** Keys were given here that a sequence is to go on from. */
	private void advance() throws SQLException {
		for (SequenceCheck.Owned owned : SequenceCheck.sequences(this.connection, this.tables)) {
			texts("SELECT setval('" + owned.sequence().replace("'", "''") + "', (SELECT max("
					+ Tables.quoted(owned.column()) + ") FROM " + owned.table().sql() + "))");
		}
	}

}
