package io.soundshare.migrations.sqlite.snapshot;

import java.util.List;

import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;

/**
 * The definition of a view, as Liquibase takes it.
 *
 * @param text the SELECT; for a view with a list of columns, which Liquibase has no place
 * for, the whole statement
 * @param full whether it is the whole statement
 */
public record ViewDefinition(String text, boolean full) {

	/**
	 * The definition of a view.
	 * @param sql the statement that made it, from {@code sqlite_master}
	 * @return the definition
	 */
	public static ViewDefinition of(String sql) {
		List<Token> tokens = Tokenizer.tokenize(sql);
		for (Token token : tokens) {
			if (token.is("AS")) {
				return new ViewDefinition(sql.substring(token.end()).strip(), false);
			}
			if (token.is("(")) {
				break;
			}
		}
		return new ViewDefinition(sql.strip(), true);
	}

	/**
	 * The definition in the form {@code Database.getViewDefinition} returns it.
	 * @return the text, marked if it is the whole statement
	 */
	public String marked() {
		return this.full ? "FULL_DEFINITION: " + this.text : this.text;
	}

}
