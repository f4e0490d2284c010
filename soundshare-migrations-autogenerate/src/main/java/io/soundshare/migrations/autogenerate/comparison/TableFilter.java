package io.soundshare.migrations.autogenerate.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.model.Definition;
import io.soundshare.migrations.autogenerate.model.Definition.Kind;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Schema;

/**
 * Filter of the tables and sequences that are compared. A pattern with a dot is for names
 * with their schema, one without for the name alone.
 *
 * @param include patterns of what is compared; empty for everything
 * @param exclude patterns of what is left alone all the same
 */
public record TableFilter(List<String> include, List<String> exclude) {

	public TableFilter {
		include = List.copyOf(include);
		exclude = List.copyOf(exclude);
	}

	Schema apply(Schema schema) {
		return keep(schema, this::keeps);
	}

	public static Schema keep(Schema schema, Predicate<ObjectName> kept) {
		return new Schema(schema.tables().stream().filter((table) -> kept.test(table.name())).toList(),
				schema.sequences().stream().filter((sequence) -> kept.test(sequence.name())).toList());
	}

	/**
	 * The definitions of what is compared: a part goes with its table, and what needs
	 * something that is left alone is left alone as well.
	 * @param definitions all definitions
	 * @param own tells the tables that only serve to migrate
	 */
	public List<Definition> apply(List<Definition> definitions, Predicate<ObjectName> own) {
		List<Definition> kept = new ArrayList<>(definitions);
		Set<ObjectName> left = new HashSet<>();
		int before;
		do {
			before = kept.size();
			kept.removeIf((definition) -> isLeft(definition, own, left) && left.add(definition.name()));
		}
		while (kept.size() < before);
		return kept;
	}

	private boolean isLeft(Definition definition, Predicate<ObjectName> own, Set<ObjectName> left) {
		ObjectName name = definition.name();
		ObjectName table = definition.table();
		boolean isTable = definition.kind() == Kind.TABLE || definition.kind() == Kind.VIRTUAL_TABLE
				|| definition.kind() == Kind.SEQUENCE;
		return (table != null && left.contains(table)) || definition.uses().stream().anyMatch(left::contains)
				|| matches(this.exclude, name) || (isTable && (own.test(name) || !keeps(name)));
	}

	boolean keeps(ObjectName name) {
		return (this.include.isEmpty() || matches(this.include, name)) && !matches(this.exclude, name);
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
