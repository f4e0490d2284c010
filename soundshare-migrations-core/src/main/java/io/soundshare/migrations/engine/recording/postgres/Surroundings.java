package io.soundshare.migrations.engine.recording.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * What stays the same on a connection, read when it is first asked for.
 */
final class Surroundings {

	private final Statements statements;

	private @Nullable Casts casts;

	private @Nullable String user;

	Surroundings(Statements statements) {
		this.statements = statements;
	}

	Statements statements() {
		return this.statements;
	}

	Casts casts() throws SQLException {
		if (this.casts == null) {
			this.casts = Casts.read(this.statements);
		}
		return this.casts;
	}

	/** The user, quoted where that is necessary. */
	String user() throws SQLException {
		if (this.user == null) {
			try (ResultSet row = this.statements.prepared("SELECT quote_ident(current_user)").executeQuery()) {
				row.next();
				this.user = row.getString(1);
			}
		}
		return this.user;
	}

}
