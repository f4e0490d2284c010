package io.soundshare.migrations.engine.undo;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.soundshare.migrations.engine.recording.Recording;

/**
 * The objects of a schema that a revision has to do with: those it has touched, and those
 * that are named in what was recorded of it. Rather one too many than one too few.
 *
 * @param names their names, in lower case, without quotes and arguments
 */
record Footprint(Set<String> names) {

	private static final Pattern ROWS = Pattern.compile("(?i)\\b(DELETE FROM|INSERT INTO|UPDATE) ");

	Footprint {
		names = Set.copyOf(names);
	}

	/**
	 * Find it.
	 * @param recordings what was recorded of a revision
	 * @param objects the names of the objects there are, with their kinds
	 */
	static Footprint of(Collection<Recording> recordings, Collection<String> objects) {
		Set<String> texts = new HashSet<>();
		Set<String> touched = new TreeSet<>();
		for (Recording recording : recordings) {
			recording.entries().forEach((entry) -> texts.add(entry.sql().toLowerCase(Locale.ROOT)));
			recording.before().values().forEach((text) -> texts.add(text.toLowerCase(Locale.ROOT)));
			recording.after().values().forEach((text) -> texts.add(text.toLowerCase(Locale.ROOT)));
			recording.before().keySet().forEach((name) -> touched.add(name(name)));
			recording.after().keySet().forEach((name) -> touched.add(name(name)));
		}
		for (String object : objects) {
			String name = name(object);
			Pattern word = word(name);
			if (texts.stream().anyMatch((text) -> word.matcher(text).find())) {
				touched.add(name);
			}
		}
		return new Footprint(touched);
	}

	/** Whether a revision has changed a table or its rows. */
	static boolean isChanging(Recording recording, String table) {
		String name = name("table " + table);
		return Stream.concat(recording.before().keySet().stream(), recording.after().keySet().stream())
			.filter((object) -> !Objects.equals(recording.before().get(object), recording.after().get(object)))
			.anyMatch((object) -> name(object).equals(name))
				|| recording.entries().stream().anyMatch((entry) -> word(name).matcher(entry.sql()).find());
	}

	/**
	 * Whether undoing a revision may bring or take rows of a table, or have them found
	 * under other keys. Values that come back are none of these.
	 */
	static boolean isChangingRows(Recording recording, String table) {
		String name = name("table " + table);
		boolean made = Stream.concat(recording.before().keySet().stream(), recording.after().keySet().stream())
			.filter((object) -> !recording.before().containsKey(object) || !recording.after().containsKey(object))
			.anyMatch((object) -> object.startsWith("table ") && name(object).equals(name));
		return made || recording.entries()
			.stream()
			.filter((entry) -> entry.keptTable() == null || !entry.sql().startsWith("UPDATE"))
			.anyMatch((entry) -> ROWS.matcher(entry.sql()).find() && word(name).matcher(entry.sql()).find());
	}

	private static Pattern word(String name) {
		return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])",
				Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE);
	}

	/** What two have in common. */
	Set<String> and(Footprint other) {
		Set<String> common = new TreeSet<>(this.names);
		common.retainAll(other.names);
		return common;
	}

	/** The last part of {@code function music."Play it"(integer)}: {@code play it}. */
	private static String name(String object) {
		String name = object.substring(object.indexOf(' ') + 1).replaceFirst("\\(.*", "").toLowerCase(Locale.ROOT);
		boolean quoted = name.endsWith("\"");
		String last = quoted ? name.substring(name.lastIndexOf('"', name.length() - 2) + 1, name.length() - 1)
				: name.substring(name.lastIndexOf('.') + 1);
		return last.isEmpty() ? name : last;
	}

}
