package io.soundshare.migrations.engine.undo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.soundshare.migrations.engine.recording.Recording;

/**
 * The differences between the schema that a revision has left behind and the one that is
 * there.
 */
final class SchemaDifferences {

	private static final Pattern NAME = Pattern.compile("[\"`\\[]([A-Za-z_][A-Za-z0-9_]*)[\"`\\]]");

	private SchemaDifferences() {
	}

	/**
	 * Find the differences.
	 * @param recording what has left the schema behind
	 * @param objects what is there
	 */
	static List<String> between(Recording recording, Map<String, String> objects) {
		Set<String> names = new TreeSet<>(recording.before().keySet());
		names.addAll(recording.after().keySet());
		List<String> differences = new ArrayList<>();
		for (String name : names) {
			String left = recording.after().get(name);
			String found = objects.get(name);
			if (left == null && found != null) {
				differences.add(name + " is there again");
			}
			else if (left != null && found == null) {
				differences.add(name + " is gone");
			}
			else if (left != null && found != null && !plain(left).equals(plain(found))) {
				differences.add(name + " was changed since: " + firstDifference(left, found));
			}
		}
		return differences;
	}

	/** A name reads the same with quotes that it does not need: SQLite keeps a text. */
	private static String plain(String definition) {
		return NAME.matcher(definition).replaceAll("$1");
	}

	private static String firstDifference(String left, String found) {
		List<String> gone = new ArrayList<>(left.lines().map(String::strip).toList());
		List<String> come = new ArrayList<>(found.lines().map(String::strip).toList());
		List<String> same = new ArrayList<>(gone);
		same.retainAll(come);
		gone.removeAll(same);
		come.removeAll(same);
		String was = gone.isEmpty() ? "" : "it had \"" + gone.get(0) + "\"";
		String is = come.isEmpty() ? "" : "it has \"" + come.get(0) + "\"";
		return (was.isEmpty() || is.isEmpty()) ? was + is : was + " and " + is.substring("it ".length());
	}

}
