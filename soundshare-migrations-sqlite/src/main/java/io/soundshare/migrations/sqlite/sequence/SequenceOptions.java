package io.soundshare.migrations.sqlite.sequence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import liquibase.exception.ValidationErrors;
import org.jspecify.annotations.Nullable;

/**
 * The options that other databases' sequences can have and a table with one number cannot
 * keep. None of it changes the values a sequence gives before it is exhausted.
 */
final class SequenceOptions {

	private SequenceOptions() {
	}

	static void warn(ValidationErrors errors, String sequence, @Nullable BigInteger min, @Nullable BigInteger max,
			@Nullable Boolean cycle, @Nullable BigInteger cache, @Nullable Boolean ordered, @Nullable String type) {
		List<String> lost = new ArrayList<>();
		add(lost, "minValue", min);
		add(lost, "maxValue", max);
		add(lost, "cycle", Boolean.TRUE.equals(cycle) ? cycle : null);
		add(lost, "cacheSize", cache);
		add(lost, "ordered", Boolean.TRUE.equals(ordered) ? ordered : null);
		add(lost, "dataType", type);
		if (!lost.isEmpty()) {
			errors.addWarning("Sequence " + sequence + ": SQLite does not keep " + String.join(", ", lost)
					+ ". A sequence is a table with one 64-bit number there.");
		}
	}

	private static void add(List<String> lost, String option, @Nullable Object value) {
		if (value != null) {
			lost.add(option + " " + value);
		}
	}

}
