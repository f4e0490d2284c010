package io.soundshare.migrations.autogenerate;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Schema;

/**
 * Which tables and sequences are compared. A pattern with a dot is for names with their
 * schema, one without for the name alone.
 *
 * @param include patterns of what is compared; empty for everything
 * @param exclude patterns of what is left alone all the same
 */
record TableFilter(List<String> include, List<String> exclude) {

	TableFilter {
		include = List.copyOf(include);
		exclude = List.copyOf(exclude);
	}

	Schema apply(Schema schema) {
		return keep(schema,
				(name) -> (this.include.isEmpty() || matches(this.include, name)) && !matches(this.exclude, name));
	}

	static Schema keep(Schema schema, Predicate<ObjectName> kept) {
		return new Schema(schema.tables().stream().filter((table) -> kept.test(table.name())).toList(),
				schema.sequences().stream().filter((sequence) -> kept.test(sequence.name())).toList());
	}

	private static boolean matches(List<String> patterns, ObjectName name) {
		return patterns.stream().anyMatch((pattern) -> matches(pattern, name));
	}

	private static boolean matches(String pattern, ObjectName name) {
		String regex = Stream.of(pattern.strip().toLowerCase(Locale.ROOT).split("(?<=[*?])|(?=[*?])"))
			.map((part) -> switch (part) {
				case "*" -> ".*";
				case "?" -> ".";
				default -> Pattern.quote(part);
			})
			.collect(Collectors.joining());
		return (pattern.contains(".") ? name.toString() : name.name()).toLowerCase(Locale.ROOT).matches(regex);
	}

}
