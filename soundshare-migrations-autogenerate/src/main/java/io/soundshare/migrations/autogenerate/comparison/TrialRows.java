package io.soundshare.migrations.autogenerate.comparison;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.render.RevisionSteps;
import io.soundshare.migrations.model.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * Rows to try a revision out with: what an empty table takes may fail in one that has
 * some. Two in each table that is touched and one for each value its checks and enums
 * list, if they can be made up; if none can, it stays as the changelog leaves it, and
 * that is said.
 */
final class TrialRows {

	static final int ROWS = 2;

	/** No more for the sake of enums with more constants. */
	private static final int MOST = 20;

	/** So many values a check may list are tried. */
	private static final int ATTEMPTS = 6;

	private final DataSource database;

	private final SupportedProduct product;

	private final Schema schema;

	private final RevisionSteps steps;

	private final Map<ObjectName, List<String>> labels;

	private final Set<Table> filled = new LinkedHashSet<>();

	private final List<String> problems = new ArrayList<>();

	/**
	 * Make rows for a revision.
	 * @param database where they are put
	 * @param product whose database that is
	 * @param schema its tables
	 * @param steps the revision
	 * @param labels the values of its enums that are there before and after
	 */
	TrialRows(DataSource database, SupportedProduct product, Schema schema, RevisionSteps steps,
			Map<ObjectName, List<String>> labels) {
		this.steps = steps;
		this.labels = labels;
		this.database = database;
		this.product = product;
		this.schema = schema;
	}

	/** Put rows in, where it is not known already that they are in the way. */
	void insert() {
		Set<ObjectName> subjects = this.steps.subjects();
		List<Table> tables = this.schema.tables()
			.stream()
			.filter((table) -> subjects.contains(table.name()) || subjects.contains(this.steps.renamed(table.name())))
			.toList();
		try (Connection connection = this.database.getConnection()) {
			for (Table table : tables) {
				fill(connection, table, new HashSet<>());
			}
		}
		catch (SQLException ex) {
			this.problems.add("it was tried without rows in its tables: " + ex.getMessage());
		}
	}

	private void fill(Connection connection, Table table, Set<ObjectName> visited) throws SQLException {
		if (!visited.add(table.name()) || this.filled.contains(table)
				|| this.steps.fragile().contains(this.steps.renamed(table.name()))) {
			return;
		}
		for (ForeignKey key : table.foreignKeys()) {
			for (Table other : this.schema.tables()) {
				if (other.name().equals(key.referencedTable())) {
					fill(connection, other, visited);
				}
			}
		}
		TrialRow row = new TrialRow(table, this.product, this.labels,
				this.steps.removed(this.steps.renamed(table.name())));
		int rows = Math.max(ROWS, Math.min(row.variety(), MOST));
		for (int number = 0; number < rows; number++) {
			String refusal = insert(connection, row, number);
			if (refusal == null) {
				this.filled.add(table);
			}
			else if (number == 0) {
				this.problems.add("it was tried without rows in table " + table.name()
						+ ", since none could be made up: " + refusal);
				return;
			}
		}
	}

	private static @Nullable String insert(Connection connection, TrialRow row, int number) {
		String refusal = null;
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			try {
				execute(connection, row.insert(number, attempt));
				return null;
			}
			catch (SQLException ex) {
				refusal = ex.getMessage();
			}
		}
		return refusal;
	}

	private static boolean execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			return statement.executeUpdate(sql) > 0;
		}
	}

	/**
	 * Do something; if it fails with rows, note that and do it without.
	 * @param what what is said if it fails
	 * @param step what to do
	 */
	void survive(String what, Runnable step) {
		try {
			step.run();
		}
		catch (MigrationException ex) {
			if (!remove()) {
				throw ex;
			}
			step.run();
			this.problems.add("with rows in its tables " + what + ": " + RevisionTrial.reason(ex));
		}
	}

	/** Problems: steps that only went well without rows. */
	List<String> problems() {
		return this.problems;
	}

	private boolean remove() {
		boolean removed = false;
		List<Table> all = new ArrayList<>(this.filled);
		Collections.reverse(all);
		try (Connection connection = this.database.getConnection()) {
			for (Table table : all) {
				removed |= execute(connection, "DELETE FROM " + TrialRow.quoted(present(connection, table)));
			}
		}
		catch (SQLException ex) {
			this.problems.add("its rows cannot be taken out again: " + ex.getMessage());
			return false;
		}
		this.filled.clear();
		return removed;
	}

	/** The name it has at the moment, before the revision or after it. */
	private ObjectName present(Connection connection, Table table) {
		try {
			execute(connection, "DELETE FROM " + TrialRow.quoted(table.name()) + " WHERE 1 = 0");
			return table.name();
		}
		catch (SQLException ex) {
			return this.steps.renamed(table.name());
		}
	}

	/** The columns that get a value. */
	static List<Column> columns(Table table) {
		return table.columns().stream().filter((column) -> column.generatedAs() == null && !column.identity()).toList();
	}

}
