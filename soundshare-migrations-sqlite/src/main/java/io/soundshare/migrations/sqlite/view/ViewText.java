package io.soundshare.migrations.sqlite.view;

import java.util.List;

import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.SqlStatements;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import liquibase.statement.core.CreateViewStatement;

/**
 * The statement that makes a view.
 *
 * @param sql the statement, without OR REPLACE, which SQLite does not have
 * @param replace whether it replaces a view of that name
 */
record ViewText(String sql, boolean replace) {

	static ViewText of(CreateViewStatement statement) {
		String sql = SqlStatements.split(statement.getSelectQuery()).get(0);
		boolean replace = statement.isReplaceIfExists();
		if (!statement.isFullDefinition()) {
			return new ViewText("CREATE VIEW " + Names.quote(statement.getViewName()) + " AS " + sql, replace);
		}
		List<Token> tokens = Tokenizer.tokenize(sql).stream().filter(Token::isSignificant).limit(4).toList();
		if (tokens.size() == 4 && tokens.get(1).is("OR") && tokens.get(2).is("REPLACE")) {
			return new ViewText(sql.substring(0, tokens.get(1).start()) + sql.substring(tokens.get(3).start()), true);
		}
		return new ViewText(sql, replace);
	}

}
