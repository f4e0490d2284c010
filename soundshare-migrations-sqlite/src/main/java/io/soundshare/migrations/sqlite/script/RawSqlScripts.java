package io.soundshare.migrations.sqlite.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.soundshare.migrations.sqlite.alter.AlterTableStatement;
import io.soundshare.migrations.sqlite.alter.TableEdit;
import io.soundshare.migrations.sqlite.ddl.SqlStatements;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.change.core.RawSQLChange;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawSqlStatement;

/**
 * The single statements of raw SQL. SQLite's driver runs the first statement of a text
 * and forgets the others; Liquibase cuts triggers at their inner semicolons, takes a
 * backslash for an escape, and does not cut a plain {@code .sql} file at all.
 */
// Liquibase deprecated RawSqlStatement, but makes nothing else of raw SQL.
@SuppressWarnings("deprecation")
public final class RawSqlScripts {

	private static final String SEMICOLON = ";";

	private RawSqlScripts() {
	}

	/**
	 * The statements of a change, each {@link RawSqlStatement} among them holding exactly
	 * one of SQLite's.
	 * @param change the change
	 * @param database the database it is for
	 * @return the statements in order
	 * @throws DatabaseException if the script holds what cannot run where it is
	 */
	public static List<SqlStatement> statements(Change change, Database database) throws DatabaseException {
		if (change instanceof AbstractSQLChange raw && isCutBySemicolons(raw)) {
			String sql = Objects.requireNonNullElse(raw.getSql(), "");
			return normalize(List.of(new RawSqlStatement(text(raw, sql))), database);
		}
		return normalize(List.of(change.generateStatements(database)), database);
	}

	/**
	 * Glues and cuts the raw SQL among statements, so that each {@link RawSqlStatement}
	 * holds exactly one of SQLite's. A transaction that a script begins and commits is
	 * the change set's own. What this SQLite is too old for is the change of the table
	 * that is meant.
	 * @param statements statements as Liquibase cut them
	 * @param database the database they are for
	 * @return the statements in order
	 * @throws DatabaseException if they hold what cannot run where it is
	 */
	public static List<SqlStatement> normalize(List<SqlStatement> statements, Database database)
			throws DatabaseException {
		if (statements.stream().noneMatch(RawSqlStatement.class::isInstance)) {
			return statements;
		}
		TransactionControl transaction = TransactionControl.of(database);
		List<SqlStatement> single = new ArrayList<>();
		StringBuilder script = new StringBuilder();
		for (SqlStatement statement : statements) {
			if (!(statement instanceof RawSqlStatement raw)) {
				flush(script, transaction, database, single);
				single.add(statement);
			}
			else if (isCutTrigger(script)) {
				// On a line of its own: the piece may end with a line comment.
				script.append("\n;\n").append(raw.getSql());
			}
			else {
				flush(script, transaction, database, single);
				script.append(raw.getSql());
			}
		}
		flush(script, transaction, database, single);
		return List.copyOf(single);
	}

	private static void flush(StringBuilder script, TransactionControl transaction, Database database,
			List<SqlStatement> single) throws DatabaseException {
		for (String statement : SqlStatements.split(script.toString())) {
			if (transaction.lets(statement)) {
				single.add(NewerAlterTable.in(statement, database)
					.<SqlStatement>map((edit) -> new AlterTableStatement(List.of(edit)))
					.orElseGet(() -> new RawSqlStatement(statement)));
			}
		}
		script.setLength(0);
	}

	/**
	 * The changes of tables in raw SQL that this SQLite has no statement for, as far as
	 * that can be said without running anything.
	 * @param sql raw SQL
	 * @param database the database it is for
	 * @return the changes in order
	 */
	public static List<TableEdit> tableEdits(String sql, Database database) {
		if (!NewerAlterTable.isNeeded(database)) {
			return List.of();
		}
		return SqlStatements.split(sql)
			.stream()
			.flatMap((statement) -> NewerAlterTable.in(statement, database).stream())
			.toList();
	}

	private static boolean isCutTrigger(CharSequence script) throws DatabaseException {
		String sql = script.toString();
		if (SqlStatements.isComplete(sql)) {
			return false;
		}
		if (SqlStatements.isComplete(sql + "\n;END;")) {
			return true;
		}
		throw new DatabaseException("Liquibase has cut a statement inside a quote, and what stood at the cut is lost: "
				+ sql + System.lineSeparator()
				+ "Set splitStatements=\"false\": its statements run one by one all the same.");
	}

	private static boolean isCutBySemicolons(AbstractSQLChange change) {
		boolean rerunnable = change instanceof RawSQLChange raw && raw.isRerunnable();
		return rerunnable || !change.isSplitStatements() || change.getEndDelimiter() == null
				|| SEMICOLON.equals(change.getEndDelimiter());
	}

	private static String text(AbstractSQLChange change, String sql) {
		// Liquibase takes every carriage return out, on every database.
		List<Token> tokens = Tokenizer.tokenize(sql.replace("\r", ""));
		boolean lines = change.isSplitStatements() && change.getEndDelimiter() == null;
		boolean comments = !change.isStripComments();
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < tokens.size(); i++) {
			Token token = tokens.get(i);
			if (lines && isDelimiterLine(tokens, i)) {
				text.append(SEMICOLON);
			}
			else {
				text.append((comments || token.kind() != Token.Kind.COMMENT) ? token.text() : " ");
			}
		}
		return text.toString();
	}

	// Without an endDelimiter Liquibase also cuts at GO and / on a line of their own.
	private static boolean isDelimiterLine(List<Token> tokens, int index) {
		Token token = tokens.get(index);
		return (token.is("GO") || token.is("/")) && endsLine(tokens.subList(0, index), true)
				&& endsLine(tokens.subList(index + 1, tokens.size()), false);
	}

	private static boolean endsLine(List<Token> tokens, boolean before) {
		if (tokens.isEmpty()) {
			return true;
		}
		Token next = before ? tokens.get(tokens.size() - 1) : tokens.get(0);
		return (next.kind() == Token.Kind.SPACE && next.text().contains("\n"))
				|| (tokens.size() == 1 && next.kind() == Token.Kind.SPACE);
	}

}
