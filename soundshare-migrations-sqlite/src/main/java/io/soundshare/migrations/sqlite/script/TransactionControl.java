package io.soundshare.migrations.sqlite.script;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.logging.Logger;

/**
 * The statements in raw SQL that begin and end transactions, and what becomes of them. In
 * a change set's transaction they must neither commit half of it nor fail: what the
 * script begins and commits is part of the change set, which is committed as a whole.
 */
final class TransactionControl {

	private static final String ALONE = " Set runInTransaction=\"false\" on the change set to run its SQL without Liquibase's transaction.";

	private final Database database;

	private final boolean inTransaction;

	private TransactionControl(Database database, boolean inTransaction) {
		this.database = database;
		this.inTransaction = inTransaction;
	}

	static TransactionControl of(Database database) throws DatabaseException {
		return new TransactionControl(database, database.getConnection() == null || !database.isAutoCommit());
	}

	/** Whether the statement is to be run. */
	boolean lets(String statement) throws DatabaseException {
		if (!this.inTransaction) {
			return true;
		}
		List<Token> tokens = Tokenizer.tokenize(statement).stream().filter(Token::isSignificant).limit(5).toList();
		return switch (tokens.get(0).text().toUpperCase(Locale.ROOT)) {
			case "BEGIN", "COMMIT", "END" -> leftOut(statement);
			case "ROLLBACK" -> tokens.stream().anyMatch((token) -> token.is("TO")) || refused(statement);
			case "PRAGMA" -> pragma(statement, tokens);
			default -> true;
		};
	}

	private boolean leftOut(String statement) {
		log().info("Left out: " + statement + ". The change set is a transaction as a whole.");
		return false;
	}

	private boolean refused(String statement) throws DatabaseException {
		throw new DatabaseException(
				statement + " would undo a part of the change set, which is a transaction as a whole." + ALONE);
	}

	// https://sqlite.org/pragma.html#pragma_foreign_keys: a no-op within a transaction.
	private boolean pragma(String statement, List<Token> tokens) throws DatabaseException {
		if (tokens.size() < 4 || !tokens.get(1).is("foreign_keys")) {
			return true;
		}
		boolean on = List.of("on", "yes", "true", "1")
			.contains(tokens.get(3).identifier().orElse(tokens.get(3).text()).toLowerCase(Locale.ROOT));
		if (on == isEnforcing(on)) {
			return true;
		}
		if (on) {
			log().warning("Left out: " + statement + ". It does nothing in a transaction, and the change set is one"
					+ " as a whole. Foreign keys stay unenforced, as the connection has them.");
			return false;
		}
		throw new DatabaseException(
				statement + " does nothing in a transaction, and the change set is one as a whole." + ALONE);
	}

	private boolean isEnforcing(boolean unknown) throws DatabaseException {
		if (!(this.database.getConnection() instanceof JdbcConnection connection)) {
			return unknown;
		}
		try (Statement query = connection.getUnderlyingConnection().createStatement();
				ResultSet row = query.executeQuery("PRAGMA foreign_keys")) {
			return row.next() && row.getBoolean(1);
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex);
		}
	}

	private static Logger log() {
		return Scope.getCurrentScope().getLog(TransactionControl.class);
	}

}
