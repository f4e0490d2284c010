package io.soundshare.migrations.engine.undo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.Recording.Kept;
import io.soundshare.migrations.engine.recording.Recording.Place;
import org.jspecify.annotations.Nullable;

/**
 * A recording at a glance: what can be said of the way back without reading it. It stands
 * in the details of the journal's row, a line each, so that a status costs no query more.
 *
 * @param obstacle why the recording undoes nothing; {@code null} if it does
 * @param digest the digest of what is stored; empty if nothing is
 * @param made the tables and columns that are new
 * @param fills of a new column, the one value that all rows have in it, as text
 * @param inserted how many rows were put into which table
 * @param contents of a new table, the digest of the rows it was left with
 * @param kept the tables that hold what was taken away
 * @param filled the columns that come back with a value in rows that have none, and which
 */
record UndoSummary(@Nullable String obstacle, String digest, List<Place> made, Map<Place, String> fills,
		Map<String, Long> inserted, Map<String, String> contents, List<Kept> kept, Map<Place, String> filled) {

	/** The first word, which no other details begin with. */
	private static final String RECORDED = "undo";

	UndoSummary {
		made = List.copyOf(made);
		fills = Map.copyOf(fills);
		inserted = Map.copyOf(inserted);
		contents = Map.copyOf(contents);
		kept = List.copyOf(kept);
		filled = Map.copyOf(filled);
	}

	static UndoSummary of(Recording recording, String digest, Map<Place, String> fills, Map<String, Long> inserted,
			Map<String, String> contents) {
		return new UndoSummary(recording.obstacle(), digest, recording.made(), fills, inserted, contents,
				recording.kept(), recording.filled());
	}

	/** The same without some kept tables. */
	UndoSummary without(List<Kept> gone) {
		return new UndoSummary(this.obstacle, this.digest, this.made, this.fills, this.inserted, this.contents,
				this.kept.stream().filter((one) -> !gone.contains(one)).toList(), this.filled);
	}

	String text() {
		List<String> lines = new ArrayList<>();
		lines.add((this.obstacle != null) ? line(RECORDED, "no", this.obstacle) : line(RECORDED, "yes", this.digest));
		for (Place place : this.made) {
			String fill = this.fills.get(place);
			List<String> words = new ArrayList<>(List.of("made", place.table()));
			if (place.column() != null) {
				words.add(place.column());
			}
			if (fill != null) {
				words.add(fill);
			}
			lines.add(line(words.toArray(String[]::new)));
		}
		this.inserted.forEach((table, rows) -> lines.add(line("inserted", table, rows.toString())));
		this.contents.forEach((table, content) -> lines.add(line("content", table, content)));
		this.filled.forEach((place, value) -> lines.add(line("filled", place.table(), place.column() + "", value)));
		for (Kept one : this.kept) {
			String rows = String.valueOf(one.rows());
			lines.add((one.place().column() != null)
					? line("kept", one.name(), rows, one.place().table(), one.place().column())
					: line("kept", one.name(), rows, one.place().table()));
		}
		return String.join("\n", lines);
	}

	/**
	 * Understand the details of a journal's row; {@code null} if nothing was recorded.
	 */
	static @Nullable UndoSummary parse(@Nullable String details) {
		if (details == null || !details.startsWith(RECORDED + "\t")) {
			return null;
		}
		String obstacle = null;
		String digest = "";
		List<Place> made = new ArrayList<>();
		Map<Place, String> fills = new LinkedHashMap<>();
		Map<String, Long> inserted = new LinkedHashMap<>();
		Map<String, String> contents = new LinkedHashMap<>();
		List<Kept> kept = new ArrayList<>();
		Map<Place, String> filled = new LinkedHashMap<>();
		for (String line : details.split("\n")) {
			String[] words = words(line);
			switch (words[0]) {
				case RECORDED -> {
					obstacle = words[1].equals("no") ? words[2] : null;
					digest = words[1].equals("yes") ? words[2] : "";
				}
				case "made" -> {
					Place place = new Place(words[1], (words.length > 2) ? words[2] : null);
					made.add(place);
					if (words.length > 3) {
						fills.put(place, words[3]);
					}
				}
				case "inserted" -> inserted.put(words[1], Long.valueOf(words[2]));
				case "content" -> contents.put(words[1], words[2]);
				case "kept" -> kept.add(new Kept(words[1], new Place(words[3], (words.length > 4) ? words[4] : null),
						Long.parseLong(words[2])));
				case "filled" -> filled.put(new Place(words[1], words[2]), words[3]);
				default -> {
					// Of a later version.
				}
			}
		}
		return new UndoSummary(obstacle, digest, made, fills, inserted, contents, kept, filled);
	}

	private static String line(String... words) {
		List<String> escaped = new ArrayList<>();
		for (String word : words) {
			escaped.add(word.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r"));
		}
		return String.join("\t", escaped);
	}

	private static String[] words(String line) {
		String[] words = line.split("\t", -1);
		for (int i = 0; i < words.length; i++) {
			words[i] = words[i].translateEscapes();
		}
		return words;
	}

}
