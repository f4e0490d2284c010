package io.soundshare.migrations.sqlite.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.soundshare.migrations.sqlite.ddl.Identifiers;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;

/**
 * The tables and views a view or a trigger works with: the names in the places where a
 * statement names tables, so that a column of the same name is none.
 */
public final class UsedTables {

	private static final Set<String> BEFORE_TABLE = Set.of("FROM", "JOIN", "INTO", "UPDATE", "IN");

	private static final Set<String> CONFLICT = Set.of("ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE");

	/** The words that end a list of tables. */
	private static final Set<String> AFTER_TABLES = Set.of("WHERE", "GROUP", "ORDER", "HAVING", "LIMIT", "UNION",
			"EXCEPT", "INTERSECT", "WINDOW", "SET", "RETURNING", "SELECT", ";");

	private final List<Token> tokens;

	/** Whether a list of tables goes on, for each open parenthesis. */
	private final Deque<Boolean> tableLists = new ArrayDeque<>(List.of(false));

	private final Set<String> names = new LinkedHashSet<>();

	private UsedTables(List<Token> tokens) {
		this.tokens = tokens;
	}

	/**
	 * The tables a statement works with.
	 * @param sql a CREATE VIEW or CREATE TRIGGER
	 * @return their names, in the form in which the same names are equal
	 */
	public static Set<String> of(String sql) {
		UsedTables tables = new UsedTables(Tokenizer.significant(sql));
		for (int i = tables.start(); i < tables.tokens.size(); i++) {
			tables.read(i);
		}
		return tables.names;
	}

	/**
	 * Whether a statement works with a table.
	 * @param sql a CREATE VIEW or CREATE TRIGGER
	 * @param table the table's or view's name, in any case
	 * @return whether it does
	 */
	public static boolean has(String sql, String table) {
		return of(sql).contains(Names.fold(table));
	}

	/** Behind {@code UPDATE ON table} of a trigger, where UPDATE is none. */
	private int start() {
		if (!isAt(1, "TRIGGER")) {
			return 1;
		}
		int on = 2;
		while (on < this.tokens.size() && !this.tokens.get(on).is("ON")) {
			on++;
		}
		return on + 1;
	}

	private void read(int index) {
		Token token = this.tokens.get(index);
		if (isTablePosition(index)) {
			int name = isAt(index + 1, ".") ? index + 2 : index;
			boolean here = name == index
					|| token.identifier().filter((schema) -> Names.same(schema, "main")).isPresent();
			if (here && name < this.tokens.size() && !Identifiers.isReserved(this.tokens.get(name))) {
				this.tokens.get(name).identifier().map(Names::fold).ifPresent(this.names::add);
			}
		}
		if (token.is("(")) {
			this.tableLists.push(isTablePosition(index) && !isAt(index - 1, "IN"));
		}
		else if (token.is(")") && this.tableLists.size() > 1) {
			this.tableLists.pop();
		}
		else if (token.is("FROM") && !isAt(index - 1, "DISTINCT")) {
			turn(true);
		}
		else if (AFTER_TABLES.stream().anyMatch(token::is)) {
			turn(false);
		}
	}

	private boolean isTablePosition(int index) {
		Token before = this.tokens.get(index - 1);
		if (before.is("FROM")) {
			return !isAt(index - 2, "DISTINCT");
		}
		if (before.is(",") || before.is("(")) {
			return this.tableLists.getFirst();
		}
		if (CONFLICT.stream().anyMatch(before::is)) {
			return isAt(index - 2, "OR") && isAt(index - 3, "UPDATE");
		}
		return BEFORE_TABLE.stream().anyMatch(before::is);
	}

	private void turn(boolean tables) {
		this.tableLists.pop();
		this.tableLists.push(tables);
	}

	private boolean isAt(int index, String word) {
		return index >= 0 && index < this.tokens.size() && this.tokens.get(index).is(word);
	}

}
