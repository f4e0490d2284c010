package io.soundshare.migrations.engine.undo;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.Recording.Kept;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * The return of kept rows into what another way of undoing a revision has made again.
 */
public final class KeptReturn {

	private final UndoRun run;

	private final UndoStatements statements;

	private final @Nullable RecordedUndo undo;

	/** What the rollback may have filled itself; {@code null} if that cannot be told. */
	private final @Nullable RefilledPlaces refilled;

	private KeptReturn(UndoRun run, UndoStatements statements, @Nullable RecordedUndo undo,
			@Nullable RefilledPlaces refilled) {
		this.run = run;
		this.statements = statements;
		this.undo = undo;
		this.refilled = refilled;
	}

	/** Look at what is there before the revision is undone. */
	static KeptReturn of(UndoRun run, UndoStatements statements, @Nullable RecordedUndo undo, boolean autoCommit)
			throws DatabaseException {
		if (undo == null || undo.kept().isEmpty() || autoCommit || !statements.areRun()) {
			return new KeptReturn(run, statements, undo, null);
		}
		List<Kept> kept = new ArrayList<>();
		for (Kept one : undo.kept()) {
			if (run.isPresent(one.name())) {
				kept.add(one);
			}
		}
		RefilledPlaces refilled = new RefilledPlaces(statements.jdbc(), run.dialect());
		try {
			refilled.look(kept);
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex.getMessage(), ex);
		}
		return new KeptReturn(run, statements, undo, refilled);
	}

	/**
	 * Bring the rows back.
	 * @return what could not be brought back, and why; {@code null} if nothing is left
	 */
	public @Nullable String run() throws DatabaseException {
		List<String> left = new ArrayList<>();
		if (this.undo != null) {
			for (RecordedUndo.Part part : this.undo.parts()) {
				Recording recording = part.summary().kept().isEmpty() ? null : this.run.read(part);
				if (recording != null) {
					bringBack(recording, left);
				}
			}
		}
		return left.isEmpty() ? null : String.join("; ", left);
	}

	private void bringBack(Recording recording, List<String> left) throws DatabaseException {
		Set<String> present = this.run.present(recording);
		List<Recording.Entry> backwards = new ArrayList<>(recording.entries());
		Collections.reverse(backwards);
		for (Recording.Entry entry : backwards) {
			// What is deleted is addressed as the upgrade has left the table.
			boolean brings = !entry.sql().startsWith("DELETE");
			if (entry.keptTable() != null && present.contains(entry.keptTable()) && brings) {
				try {
					String obstacle = (this.refilled != null) ? this.refilled.obstacle(entry) : null;
					if (obstacle != null) {
						left.add(obstacle);
					}
					else {
						bringBack(entry, left);
					}
				}
				catch (SQLException ex) {
					throw new DatabaseException(ex);
				}
			}
		}
	}

	private void bringBack(Recording.Entry entry, List<String> left) throws SQLException {
		Savepoint before = this.statements.jdbc().setSavepoint();
		try {
			this.statements.execute(entry.sql());
			this.statements.jdbc().releaseSavepoint(before);
		}
		catch (DatabaseException ex) {
			try {
				this.statements.jdbc().rollback(before);
			}
			catch (SQLException ended) {
				// SQLite ends the transaction of a statement that meets a full disk.
				ended.addSuppressed(ex);
				throw (ex.getCause() instanceof SQLException cause) ? cause : ended;
			}
			left.add("the rows in " + entry.keptTable() + " could not be brought back, and stay there: "
					+ ex.getMessage());
		}
	}

}
