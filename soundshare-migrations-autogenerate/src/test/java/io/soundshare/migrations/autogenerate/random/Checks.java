package io.soundshare.migrations.autogenerate.random;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Makes checks up that both databases understand.
 */
final class Checks {

	private static final List<String> NUMBERS = List.of("%s >= 0", "%s between -10 and 1000", "%s <> 13",
			"%s in (1, 2, 3)", "%s + 1 > 0");

	private static final List<String> TEXTS = List.of("length(%s) > 2", "%s <> ''", "%s in ('a', 'b')",
			"%s not like 'x%%'", "upper(%s) = %1$s");

	private static final List<String> DATES = List.of("%s > '1900-01-01'");

	private Checks() {
	}

	static @Nullable Check any(Draw draw, List<Field.Basic> columns, @Nullable String name) {
		List<Field.Basic> candidates = columns.stream()
			.filter((column) -> !templates(column.kind()).isEmpty())
			.toList();
		if (candidates.isEmpty()) {
			return null;
		}
		Field.Basic column = draw.one(candidates);
		List<String> others = candidates.stream()
			.filter((other) -> other != column && other.kind() == column.kind())
			.map((other) -> other.name().physical())
			.toList();
		if (!others.isEmpty() && draw.chance(60)) {
			String template = draw.one(List.of("%s <> %s", "%s is not null or %s is not null", "%s >= %s"));
			return new Check(name, List.of(column.name().physical(), draw.one(others)), template);
		}
		return new Check(name, List.of(column.name().physical()), draw.one(templates(column.kind())));
	}

	private static List<String> templates(Kind kind) {
		if (kind.isNumber()) {
			return NUMBERS;
		}
		return switch (kind) {
			case STRING -> TEXTS;
			case DATE -> DATES;
			default -> List.of();
		};
	}

}
