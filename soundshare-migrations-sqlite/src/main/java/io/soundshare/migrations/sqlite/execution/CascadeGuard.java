package io.soundshare.migrations.sqlite.execution;

import java.util.List;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.alter.AlterRefusedException;
import io.soundshare.migrations.sqlite.alter.Verification;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import liquibase.database.Database;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.ExecutablePreparedStatement;
import liquibase.statement.SqlStatement;

/**
 * The watch over a statement that deletes or changes rows while foreign keys are not
 * enforced, because the change set rebuilds tables: what would have cascaded is not left
 * out silently.
 */
final class CascadeGuard {

	private final SqliteSchema schema;

	/** Read before the statement is run: a generator may refuse what is done already. */
	private final List<List<Token>> sql;

	CascadeGuard(SqlStatement statement, Database database, SqliteSchema schema) {
		this.schema = schema;
		this.sql = (statement instanceof ExecutablePreparedStatement) ? List.of()
				: Stream.of(SqlGeneratorFactory.getInstance().generateSql(statement, database))
					.map((part) -> Tokenizer.significant(part.toSql()))
					.toList();
	}

	/** Refuses a REPLACE, whose cascades nobody could see afterwards. */
	void before() {
		for (List<Token> tokens : this.sql) {
			String table = replaced(tokens);
			if (!table.isEmpty() && !this.schema.foreignKeys().to(table).isEmpty()) {
				throw new AlterRefusedException("REPLACE deletes rows of " + table + " which other rows refer to, and"
						+ " nothing cascades in a change set that may rebuild a table."
						+ " Put it into a change set of its own.");
			}
		}
	}

	/** Refuses a statement at once if it left rows behind that should have cascaded. */
	void after(Verification verification) {
		boolean suspicious = this.sql.stream()
			.anyMatch((tokens) -> !tokens.isEmpty()
					&& (tokens.get(0).is("DELETE") || tokens.get(0).is("UPDATE") || tokens.get(0).is("WITH")));
		if (suspicious) {
			verification.verifyForeignKeys();
		}
	}

	/** The table a REPLACE or INSERT OR REPLACE is about; empty for anything else. */
	private static String replaced(List<Token> tokens) {
		for (int i = 0; i + 2 < tokens.size() && !tokens.get(0).is("CREATE"); i++) {
			if (tokens.get(i).is("REPLACE") && tokens.get(i + 1).is("INTO")) {
				boolean qualified = i + 4 < tokens.size() && tokens.get(i + 3).is(".");
				return tokens.get((qualified) ? i + 4 : i + 2).identifier().orElse("");
			}
		}
		return "";
	}

}
