package io.soundshare.migrations.benchmarks.random;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes changelogs.
 */
final class Json {

	private Json() {
	}

	static String of(Object value) {
		if (value instanceof Map<?, ?> map) {
			return map.entrySet()
				.stream()
				.map((entry) -> text(entry.getKey().toString()) + ": " + of(entry.getValue()))
				.collect(Collectors.joining(", ", "{", "}"));
		}
		if (value instanceof List<?> list) {
			return list.stream().map(Json::of).collect(Collectors.joining(",\n", "[", "]"));
		}
		return (value instanceof Number || value instanceof Boolean) ? value.toString() : text(value.toString());
	}

	private static String text(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		for (char c : text.toCharArray()) {
			switch (c) {
				case '"', '\\' -> quoted.append('\\').append(c);
				case '\n' -> quoted.append("\\n");
				case '\t' -> quoted.append("\\t");
				default -> quoted.append(c);
			}
		}
		return quoted.append('"').toString();
	}

}
