package io.soundshare.migrations.sqlite.random;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a changelog as JSON, which is YAML too.
 */
final class ChangelogText {

	private ChangelogText() {
	}

	static String of(List<Map<String, Object>> changeSets) {
		return "{\"databaseChangeLog\": [\n" + changeSets.stream()
			.map((changeSet) -> json(Map.of("changeSet", changeSet)))
			.collect(Collectors.joining(",\n")) + "\n]}\n";
	}

	static String json(Object value) {
		if (value instanceof Map<?, ?> map) {
			return map.entrySet()
				.stream()
				.map((entry) -> json(entry.getKey()) + ": " + json(entry.getValue()))
				.collect(Collectors.joining(", ", "{", "}"));
		}
		if (value instanceof List<?> list) {
			return list.stream().map(ChangelogText::json).collect(Collectors.joining(", ", "[", "]"));
		}
		if (value instanceof Number || value instanceof Boolean) {
			return value.toString();
		}
		return '"'
				+ value.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
				+ '"';
	}

}
