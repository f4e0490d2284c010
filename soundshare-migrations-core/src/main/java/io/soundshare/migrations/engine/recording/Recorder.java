package io.soundshare.migrations.engine.recording;

import java.sql.SQLException;

/**
 * Takes down what undoes a change set while its statements run. Used for one change set
 * after the other, each from {@link #begin} to {@link #end}.
 */
public interface Recorder {

	/**
	 * Begin with a change set, in the transaction it runs in. As long as no statement
	 * comes that could change anything, this costs next to nothing.
	 * @param journalId the number of its row in the journal, which the names of kept
	 * tables have in them
	 */
	void begin(long journalId) throws SQLException;

	/**
	 * Look at a statement that is about to run.
	 * @param sql one statement, or a script, as it is given to the driver
	 */
	void willExecute(String sql) throws SQLException;

	/**
	 * Forget everything since the beginning: it was rolled back, all of it or to a mark
	 * that was set before the change set's first statement.
	 */
	void rolledBack();

	/**
	 * End with the change set, and leave nothing of the recorder's own behind but kept
	 * tables.
	 */
	Recording end() throws SQLException;

	/**
	 * Have the connection forget what the recorder has prepared on it, after the last
	 * change set.
	 */
	default void close() throws SQLException {
	}

}
