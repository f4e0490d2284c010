package io.soundshare.migrations.benchmarks.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * All that is in a database, one line for each object and each row.
 *
 * @param lines the lines, sorted; two rows that are the same are two lines
 */
public record Fingerprint(List<String> lines) {

	public Fingerprint {
		lines = lines.stream().sorted().toList();
	}

	/** The lines that the other one lacks. */
	public List<String> without(Fingerprint other) {
		return minus(this.lines, other.lines);
	}

	private static List<String> minus(Collection<String> some, Collection<String> others) {
		List<String> result = new ArrayList<>();
		List<String> left = new ArrayList<>(others);
		int at = 0;
		for (String line : some) {
			while (at < left.size() && left.get(at).compareTo(line) < 0) {
				at++;
			}
			if (at < left.size() && left.get(at).equals(line)) {
				at++;
			}
			else {
				result.add(line);
			}
		}
		return result;
	}

}
