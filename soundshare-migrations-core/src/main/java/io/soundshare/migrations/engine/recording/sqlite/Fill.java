package io.soundshare.migrations.engine.recording.sqlite;

import java.util.List;
import java.util.Set;

/**
 * What a column has in it when it comes back without its values.
 */
final class Fill {

	private static final Set<String> CONSTANTS = Set.of("null", "true", "false");

	private Fill() {
	}

	/** Whether a value has to be given, since SQLite has none. */
	static boolean isNeeded(Column column) {
		return column.required() && column.fallback() == null;
	}

	/**
	 * Whether a table may refuse what a column comes back with before its values do: the
	 * same default in each row, or a value that a constraint does not know.
	 */
	static boolean mayBeRefused(SchemaObject table, Column column) {
		return table.hasWord("CHECK") || table.hasWord("STRICT")
				|| (column.fallback() != null && (column.keyPart() > 0 || table.hasWord("UNIQUE")));
	}

	/**
	 * A value, where one has to be given.
	 * @param distinct an expression that is another number for each row
	 */
	static String value(SchemaObject table, Column column, String distinct) {
		boolean unique = column.keyPart() > 0 || table.hasWord("UNIQUE");
		if (column.isText()) {
			return (unique) ? "'?' || " + distinct : "''";
		}
		return (unique) ? "-4611686018427387904 - " + distinct : "0";
	}

	/** The same for people. */
	static String shown(SchemaObject table, Column column) {
		return value(table, column, "a number").replace("-4611686018427387904 - ", "");
	}

	/** The columns that come back, and get a value in each row. */
	static List<Column> filled(TablePair pair) {
		return pair.nowKey().isEmpty() ? List.of() : pair.shape()
			.stored()
			.stream()
			.filter((column) -> pair.now(column) == null && isNeeded(column) && !column.equals(pair.shape().alias()))
			.toList();
	}

	/** A condition: a value is not the one the column would come back with. */
	static String differs(Column column, String value) {
		String fallback = column.fallback();
		if (Fill.isNeeded(column) || (fallback != null && !isConstant(fallback))) {
			return "1";
		}
		return (fallback != null) ? differ(value, "(" + fallback + ")") : value + " IS NOT NULL";
	}

	/** A condition: two values are not exactly the same. */
	static String differ(String one, String other) {
		return "(+" + one + " COLLATE BINARY IS NOT +" + other + " OR typeof(" + one + ") <> typeof(" + other + "))";
	}

	private static boolean isConstant(String expression) {
		List<Token> tokens = Lexer.tokens(expression);
		return tokens.stream().allMatch((token) -> switch (token.kind()) {
			case NUMBER, STRING -> true;
			case WORD -> CONSTANTS.contains(Names.fold(token.text()));
			case SYMBOL -> "+-.".contains(token.text());
			case QUOTED -> false;
		});
	}

}
