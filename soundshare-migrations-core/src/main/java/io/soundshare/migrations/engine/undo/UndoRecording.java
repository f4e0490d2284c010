package io.soundshare.migrations.engine.undo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.soundshare.migrations.engine.connection.AtomicConnection;
import io.soundshare.migrations.engine.connection.StatementListener;
import io.soundshare.migrations.engine.journal.JournalTable;
import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.engine.recording.Recorder;
import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.UndoDialect;
import io.soundshare.migrations.engine.recording.UnrecordableException;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.model.Printable;
import liquibase.change.Change;
import liquibase.change.core.ExecuteShellCommandChange;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.change.custom.CustomSqlChange;
import liquibase.changelog.ChangeSet;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * The recording of what undoes the change sets of an upgrade, and its storing beside the
 * journal, in the transaction of each.
 */
public final class UndoRecording {

	private final LiquibaseSession session;

	private final UndoTable table;

	private final AtomicConnection connection;

	private final @Nullable UndoDialect dialect;

	private final @Nullable Recorder recorder;

	private long journalId;

	private @Nullable String obstacle;

	private UndoRecording(LiquibaseSession session, boolean on) {
		this.session = session;
		this.table = UndoTable.of(session);
		this.connection = AtomicConnection.of(session.database());
		this.dialect = on ? DatabaseProduct.of(session.database()).undo() : null;
		this.recorder = (this.dialect != null) ? this.dialect.recorder(jdbc(), UndoPolicies.of(session)) : null;
	}

	/** A recording for an upgrade. Only for whoever holds the lock. */
	public static UndoRecording of(LiquibaseSession session) throws DatabaseException {
		UndoRecording recording = new UndoRecording(session, session.settings().undo().recorded());
		if (recording.recorder != null) {
			recording.table.prepare();
			recording.table.deleteBeyond(JournalTable.of(session).lastId());
		}
		return recording;
	}

	/** No recording. */
	public static UndoRecording none(LiquibaseSession session) {
		return new UndoRecording(session, false);
	}

	/** Whether the undo of change sets is recorded in the database of a session. */
	public static boolean isOn(LiquibaseSession session) {
		return session.settings().undo().recorded() && DatabaseProduct.of(session.database()).undo() != null;
	}

	/** Whether all a change set does is done by statements. */
	public static boolean isRecordable(ChangeSet changeSet) {
		return foreign(changeSet) == null;
	}

	/** Begin with a change set, in its transaction. */
	public void begin(long journalId, ChangeSet changeSet) throws DatabaseException {
		if (this.recorder == null) {
			return;
		}
		this.journalId = journalId;
		this.obstacle = foreign(changeSet);
		if (this.obstacle == null) {
			Recorder begun = this.recorder;
			told(() -> {
				begun.begin(journalId);
				return begun;
			});
			this.connection.listen(listener(begun));
		}
	}

	/** Have nobody listen any more. */
	public void stop() {
		this.connection.listen(null);
	}

	/**
	 * End with the change set, and store what undoes it.
	 * @return the details for the journal; {@code null} if nothing was recorded
	 */
	public @Nullable String end() throws DatabaseException {
		stop();
		Recorder begun = this.recorder;
		UndoDialect spoken = this.dialect;
		if (begun == null || spoken == null) {
			return null;
		}
		Recording recording = (this.obstacle != null) ? Recording.impossible(this.obstacle)
				: withoutSecrets(told(begun::end));
		this.obstacle = recording.obstacle();
		if (recording.obstacle() != null) {
			return UndoSummary.of(recording, "", Map.of(), recording.inserted(), Map.of()).text();
		}
		String digest = this.table.insert(this.journalId, recording);
		MadeRows made = new MadeRows(jdbc(), spoken);
		return UndoSummary
			.of(recording, digest, told(() -> made.fills(recording)), told(() -> made.inserted(recording)),
					told(() -> made.contents(recording)))
			.text();
	}

	/** Leave nothing prepared, after the last change set. */
	public void close() throws DatabaseException {
		Recorder last = this.recorder;
		if (last != null) {
			told(() -> {
				last.close();
				return last;
			});
		}
	}

	/**
	 * Undo what was done of the change set that has begun, and has failed outside a
	 * transaction.
	 * @return whether there was anything to undo, and it is undone
	 */
	public boolean takeBack() throws DatabaseException {
		stop();
		Recorder begun = this.recorder;
		if (begun == null || this.obstacle != null) {
			return false;
		}
		Recording recording = told(begun::end);
		if (recording.obstacle() != null || recording.entries().isEmpty()) {
			return false;
		}
		this.connection.setAutoCommit(false);
		UndoRun undo = new UndoRun(this.session);
		undo.prepare();
		try {
			undo.run(recording);
			undo.verify();
			for (Recording.Kept kept : recording.kept()) {
				undo.drop(kept);
			}
			this.session.database().commit();
			return true;
		}
		catch (DatabaseException | RuntimeException ex) {
			this.session.database().rollback();
			throw ex;
		}
		finally {
			undo.finish();
		}
	}

	/**
	 * What to say of the change set that ended last: that there is no way back from it,
	 * if its changelog does not tell that.
	 */
	public @Nullable String warning(ChangeSet changeSet) {
		boolean otherWay = changeSet.hasCustomRollbackChanges() || changeSet.supportsRollback(this.session.database());
		boolean known = otherWay || foreign(changeSet) != null;
		return (this.obstacle != null && !known) ? "it cannot be undone: " + Printable.line(this.obstacle) : null;
	}

	/** What else a change set does, of which the statements do not tell. */
	private static @Nullable String foreign(ChangeSet changeSet) {
		for (Change change : changeSet.getChanges()) {
			if (change instanceof ExecuteShellCommandChange) {
				return "it runs a command of the operating system";
			}
			if (change instanceof CustomChangeWrapper wrapper
					&& !(wrapper.getCustomChange() instanceof CustomSqlChange)) {
				return "custom change " + wrapper.getClassName() + " may do more than change this database";
			}
		}
		return null;
	}

	private StatementListener listener(Recorder begun) {
		return new StatementListener() {

			@Override
			public void willExecute(String sql) throws SQLException {
				try {
					begun.willExecute(sql);
				}
				catch (SQLException ex) {
					throw new UnrecordableException(ex);
				}
			}

			@Override
			public void rolledBack() {
				begun.rolledBack();
			}

		};
	}

	/** What the changelog has as a secret stays there. */
	private Recording withoutSecrets(Recording recording) {
		boolean secret = Stream
			.of(recording.entries().stream().map(Recording.Entry::sql), recording.before().values().stream(),
					recording.after().values().stream())
			.flatMap((texts) -> texts)
			.anyMatch((text) -> !text.equals(this.session.redactor().parameters().hideSecrets(text)));
		return secret ? new Recording(List.of(), Map.of(), Map.of(), recording.made(), recording.inserted(),
				recording.kept(), Map.of(), "its undo would hold the value of a secret") : recording;
	}

	private Connection jdbc() {
		return this.connection.unheard();
	}

	private static <T> T told(Work<T> work) throws DatabaseException {
		try {
			return work.run();
		}
		catch (SQLException ex) {
			UnrecordableException failure = new UnrecordableException(ex);
			throw new DatabaseException(failure.getMessage(), failure);
		}
	}

	/**
	 * Work of a recorder.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	private interface Work<T> {

		T run() throws SQLException;

	}

}
