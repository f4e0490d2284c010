package io.soundshare.migrations.engine.undo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.soundshare.migrations.engine.recording.Recording.Kept;
import io.soundshare.migrations.engine.recording.Recording.Place;
import io.soundshare.migrations.model.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded of a revision, each time it was applied.
 *
 * @param parts the times, the last first
 */
public record RecordedUndo(List<Part> parts) {

	public RecordedUndo {
		parts = List.copyOf(parts);
	}

	/**
	 * Find what was recorded.
	 * @param applications the journal's rows of a revision that is applied, the last
	 * first
	 * @return what was recorded, {@code null} if not all of it was
	 */
	public static @Nullable RecordedUndo of(List<JournalEntry> applications) {
		List<Part> parts = new ArrayList<>();
		for (JournalEntry entry : applications) {
			UndoSummary summary = UndoSummary.parse(entry.details());
			if (summary == null) {
				return null;
			}
			parts.add(new Part(entry, summary));
		}
		return parts.isEmpty() ? null : new RecordedUndo(parts);
	}

	/** Why it undoes nothing; {@code null} if it does. */
	public @Nullable String obstacle() {
		return this.parts.stream()
			.map((part) -> part.summary().obstacle())
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	/** The tables and columns that are gone when it is undone. */
	public List<Place> made() {
		return this.parts.stream().flatMap((part) -> part.summary().made().stream()).toList();
	}

	/** The tables that hold what it has taken away. */
	public List<Kept> kept() {
		return this.parts.stream().flatMap((part) -> part.summary().kept().stream()).toList();
	}

	/**
	 * One time the revision was applied.
	 *
	 * @param entry the journal's row
	 * @param summary what was recorded
	 */
	record Part(JournalEntry entry, UndoSummary summary) {

	}

}
