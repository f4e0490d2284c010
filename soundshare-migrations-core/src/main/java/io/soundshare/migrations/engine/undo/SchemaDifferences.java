package io.soundshare.migrations.engine.undo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.soundshare.migrations.engine.recording.Recording;

/**
 * The differences between the schema that a revision has left behind and the one that is
 * there.
 */
final class SchemaDifferences {

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
			else if (left != null && !left.equals(found)) {
				differences.add(name + " was changed since: " + firstDifference(left, found + ""));
			}
		}
		return differences;
	}

	private static String firstDifference(String left, String found) {
		List<String> were = left.lines().toList();
		List<String> are = found.lines().toList();
		int i = 0;
		while (i < were.size() && i < are.size() && were.get(i).equals(are.get(i))) {
			i++;
		}
		return "it was \"" + ((i < were.size()) ? were.get(i).strip() : "") + "\" and is \""
				+ ((i < are.size()) ? are.get(i).strip() : "") + "\"";
	}

}
