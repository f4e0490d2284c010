package io.soundshare.migrations.autogenerate.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.soundshare.migrations.autogenerate.database.SqlWords;
import io.soundshare.migrations.autogenerate.sql.TextLiteral;
import io.soundshare.migrations.sqlite.ddl.Identifiers;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.TableDefinition;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;

/**
 * An expression of SQLite, which keeps it as it was written, in a form that is the same
 * for what means the same.
 */
final class SqliteExpression {

	private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

	private SqliteExpression() {
	}

	/** The names of a table's columns, as they are compared. */
	static Set<String> columns(TableDefinition table) {
		return table.columns()
			.stream()
			.map((column) -> Names.fold(column.name()))
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Without comments, spare white space and parentheses, the table's own name before
	 * its columns, and quotes around names; words in small letters, the two ways to write
	 * an operator as one, TRUE and FALSE as the numbers they are. A name in double quotes
	 * that is no column's is a text to SQLite.
	 */
	static String canonical(String sql, Set<String> columns, String table) {
		List<Token> tokens = Tokenizer.significant(sql);
		List<String> words = new ArrayList<>();
		for (int i = 0; i < tokens.size(); i++) {
			boolean qualifier = i + 1 < tokens.size() && tokens.get(i + 1).is(".")
					&& tokens.get(i).identifier().filter((name) -> Names.same(name, table)).isPresent();
			if (qualifier) {
				i++;
			}
			else {
				words.add(word(tokens.get(i), columns));
			}
		}
		return new SqlWords(words).dropParentheses().toString();
	}

	private static String word(Token token, Set<String> columns) {
		String text = token.text();
		return switch (token.kind()) {
			case WORD -> truth(Names.fold(text), columns);
			case QUOTED -> name(text, Names.fold(Names.unquote(text)), columns);
			case NUMBER -> text.replace("_", "").toLowerCase(Locale.ROOT);
			case BLOB -> text.toLowerCase(Locale.ROOT);
			case OPERATOR -> text.equals("==") ? "=" : text.equals("!=") ? "<>" : text;
			default -> text;
		};
	}

	private static String truth(String word, Set<String> columns) {
		if (columns.contains(word)) {
			return word;
		}
		return word.equals("true") ? "1" : word.equals("false") ? "0" : word;
	}

	private static String name(String written, String name, Set<String> columns) {
		if (written.startsWith("\"") && !columns.contains(name)) {
			return TextLiteral.of(Names.unquote(written));
		}
		return (PLAIN.matcher(name).matches() && !Identifiers.isReserved(name)) ? name : Names.quote(name);
	}

}
