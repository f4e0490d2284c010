package io.soundshare.migrations.engine.undo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.Recording.Place;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.model.Undo;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * The way down, looked at before it is gone: whether what was recorded still fits, and
 * which rows each step loses and brings back. It is asked for one revision after the
 * other, the first to be undone first, and remembers what is undone by then.
 */
public final class UndoPlan {

	private final UndoRun run;

	private final UndoLosses losses;

	/** The schema as it will be; {@code null} as long as nobody has asked. */
	private @Nullable Map<String, String> objects;

	/** Whether it is not known what the schema will be. */
	private boolean unsure;

	public UndoPlan(LiquibaseSession session) {
		this.run = new UndoRun(session);
		this.losses = new UndoLosses(this.run);
	}

	/**
	 * Look at one revision by itself, wherever it stands: what came later may have
	 * changed what it has left.
	 */
	public Undo alone(Undo undo, @Nullable RecordedUndo recorded, List<Place> made, List<RolledBackRows> deleted)
			throws DatabaseException {
		this.unsure = true;
		this.losses.forgetOrder();
		return next(undo, recorded, made, deleted);
	}

	/** The statements that undo a revision as it was recorded, in the order they run. */
	public List<String> statements(RecordedUndo recorded) throws DatabaseException {
		List<String> statements = new ArrayList<>();
		for (Recording recording : recordings(recorded)) {
			List<String> sql = new ArrayList<>(recording.entries().stream().map(Recording.Entry::sql).toList());
			Collections.reverse(sql);
			statements.addAll(sql);
		}
		return statements;
	}

	/**
	 * Look at the next revision.
	 * @param undo how it is undone
	 * @param recorded what was recorded of it
	 * @param made what it makes, as its changes tell, in SQL's names; of no interest if
	 * it was recorded
	 * @param deleted the rows its rollback deletes, if that is how it is undone
	 * @return the same with numbers of rows, or none with the reason
	 */
	public Undo next(Undo undo, @Nullable RecordedUndo recorded, List<Place> made, List<RolledBackRows> deleted)
			throws DatabaseException {
		Map<RecordedUndo.Part, Recording> parts = new LinkedHashMap<>();
		List<String> differences = new ArrayList<>();
		if (recorded != null && recorded.obstacle() == null) {
			for (RecordedUndo.Part part : recorded.parts()) {
				Recording recording = this.run.read(part);
				if (recording == null) {
					differences.add(UndoRun.tampered(part));
				}
				else {
					parts.put(part, recording);
					differences.addAll(goBack(recording));
				}
			}
		}
		else {
			this.unsure = true;
		}
		if (undo.how() == Undo.How.RECORDED && !differences.isEmpty()) {
			return Undo.unfit(differences);
		}
		List<Recording> recordings = List.copyOf(parts.values());
		List<String> lost = new ArrayList<>(
				this.losses.next((recorded != null) ? recorded.made() : made, recorded, recordings));
		UndoReturns returns = new UndoReturns(this.run, this.losses, undo.how(), parts);
		List<String> restored = returns.restored();
		lost.addAll(returns.filled());
		lost.addAll(this.losses.deleted(deleted, recorded));
		this.losses.rememberLater(recorded, recordings);
		return new Undo(undo.how(), undo.reason(), lost, restored);
	}

	/**
	 * Find what a revision has in common with one that was applied later.
	 * @return the names of tables and other objects; empty if nothing
	 */
	public Set<String> common(RecordedUndo revision, RecordedUndo later) throws DatabaseException {
		Set<String> objects = new TreeSet<>(this.run.objects().keySet());
		objects.removeIf((object) -> object.startsWith("schema "));
		return Footprint.of(recordings(revision), objects).and(Footprint.of(recordings(later), objects));
	}

	private List<Recording> recordings(RecordedUndo recorded) throws DatabaseException {
		List<Recording> recordings = new ArrayList<>();
		for (RecordedUndo.Part part : recorded.parts()) {
			Recording recording = this.run.read(part);
			if (recording != null) {
				recordings.add(recording);
			}
		}
		return recordings;
	}

	/**
	 * Compare the schema with what a recording has left, and go back to the one before.
	 */
	private List<String> goBack(Recording recording) throws DatabaseException {
		if (this.unsure) {
			return List.of();
		}
		if (this.objects == null) {
			this.objects = new HashMap<>(this.run.objects());
		}
		Map<String, String> now = this.objects;
		Map<String, String> then = new HashMap<>(now);
		then.keySet().removeAll(recording.after().keySet());
		then.putAll(recording.before());
		this.objects = then;
		List<String> differences = SchemaDifferences.between(recording, now);
		return differences.isEmpty() ? this.run.broken(now, then) : differences;
	}

}
