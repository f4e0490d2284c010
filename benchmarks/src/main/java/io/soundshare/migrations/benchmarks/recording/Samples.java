package io.soundshare.migrations.benchmarks.recording;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured of each subject, round by round.
 */
final class Samples {

	private final Map<Subject, List<Long>> values = new EnumMap<>(Subject.class);

	void add(Subject subject, long value) {
		this.values.computeIfAbsent(subject, (key) -> new ArrayList<>()).add(value);
	}

	double median(Subject subject) {
		List<Long> sorted = this.values.getOrDefault(subject, List.of()).stream().sorted().toList();
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
	}

	double ratio() {
		return median(Subject.WITH) / median(Subject.WITHOUT);
	}

}
