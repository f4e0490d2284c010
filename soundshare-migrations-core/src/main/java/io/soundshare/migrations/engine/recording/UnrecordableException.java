package io.soundshare.migrations.engine.recording;

import java.sql.SQLException;

/**
 * A recorder has failed, and with it the statement that it was about to look at.
 */
public final class UnrecordableException extends SQLException {

	private static final long serialVersionUID = 1L;

	public UnrecordableException(SQLException cause) {
		super("What undoes it cannot be recorded: " + cause.getMessage(), cause.getSQLState(), cause.getErrorCode(),
				cause);
	}

}
