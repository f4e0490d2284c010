package io.soundshare.migrations.sqlite.ddl;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names that SQL mentions.
 */
public final class Identifiers {

	// The keywords that SQLite takes as a name nowhere unless quoted.
	private static final Set<String> RESERVED = Set.of("add", "all", "alter", "and", "as", "autoincrement", "between",
			"case", "check", "collate", "commit", "constraint", "create", "default", "deferrable", "delete", "distinct",
			"drop", "else", "escape", "except", "exists", "foreign", "from", "group", "having", "in", "index", "insert",
			"intersect", "into", "is", "isnull", "join", "limit", "not", "nothing", "notnull", "null", "on", "or",
			"order", "primary", "references", "returning", "select", "set", "table", "then", "to", "transaction",
			"union", "unique", "update", "using", "values", "when", "where");

	private Identifiers() {
	}

	/**
	 * The names an expression or a statement mentions: tables, columns, functions and all
	 * else that is not a string and not a keyword that only a quote makes a name.
	 * Keywords that can be names are in the set, too.
	 * @param sql an expression or a statement
	 * @return the names as {@link Names#fold(String)} gives them
	 */
	public static Set<String> of(String sql) {
		return Tokenizer.significant(sql)
			.stream()
			.filter(Identifiers::isName)
			.flatMap((token) -> token.identifier().stream())
			.map(Names::fold)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/**
	 * Whether a word is a name only in quotes.
	 * @param word a word, in any case
	 * @return true for the keywords that SQLite takes as a name nowhere
	 */
	public static boolean isReserved(String word) {
		return RESERVED.contains(Names.fold(word));
	}

	/**
	 * Whether a word is a keyword that is never a name unless it is quoted.
	 * @param token any token
	 * @return whether it is
	 */
	public static boolean isReserved(Token token) {
		return token.kind() == Token.Kind.WORD && isReserved(token.text());
	}

	/** The columns of a table that an expression of the table mentions. */
	static List<String> columns(String expression, List<String> columns) {
		Set<String> mentioned = new LinkedHashSet<>();
		List<Token> tokens = Tokenizer.significant(expression);
		boolean afterOperand = false;
		for (int i = 0; i < tokens.size(); i++) {
			boolean name = isName(tokens.get(i)) && !afterOperand;
			if (name && isColumn(tokens, i)) {
				tokens.get(i).identifier().map(Names::fold).ifPresent(mentioned::add);
			}
			afterOperand = name || endsOperand(tokens.get(i), afterOperand);
		}
		return columns.stream().filter((column) -> mentioned.contains(Names.fold(column))).toList();
	}

	private static boolean isName(Token token) {
		return token.kind() == Token.Kind.QUOTED || (token.kind() == Token.Kind.WORD && !isReserved(token));
	}

	// Not a function, a table before a dot, a collation, nor the type of a CAST.
	private static boolean isColumn(List<Token> tokens, int index) {
		if (index + 1 < tokens.size() && (tokens.get(index + 1).is("(") || tokens.get(index + 1).is("."))) {
			return false;
		}
		return index == 0 || (!tokens.get(index - 1).is("COLLATE") && !tokens.get(index - 1).is("AS"));
	}

	// What follows an operand is an operator, also if the word can be a name: LIKE, END.
	private static boolean endsOperand(Token token, boolean afterOperand) {
		return switch (token.kind()) {
			case STRING, NUMBER, BLOB, PARAMETER -> true;
			case WORD -> token.is("NULL") || token.is("ISNULL") || token.is("NOTNULL")
					|| (afterOperand && (token.is("END") || token.is("NOT")));
			default -> token.is(")");
		};
	}

}
