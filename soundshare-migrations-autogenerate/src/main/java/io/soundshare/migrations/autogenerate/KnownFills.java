package io.soundshare.migrations.autogenerate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.soundshare.migrations.AutogenerateException;
import io.soundshare.migrations.autogenerate.diff.Fill;
import io.soundshare.migrations.autogenerate.diff.Fills;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Values that were given, are asked for, or are the empty ones of their type.
 */
final class KnownFills implements Fills {

	private static final String ZERO = "0";

	private final Map<String, String> given = new HashMap<>();

	private final Set<String> used = new HashSet<>();

	private final Map<String, Fill> asked = new HashMap<>();

	private final Interview interview;

	KnownFills(List<String> given, Interview interview) {
		for (String fill : given) {
			int colon = fill.indexOf(':');
			if (colon <= 0 || colon == fill.length() - 1 || fill.lastIndexOf('.', colon) <= 0) {
				throw new AutogenerateException("'" + fill + "' is no value for a column.",
						"Give table, column and the SQL of the value: --migrate.fill=songs.play_count:0", null);
			}
			this.given.put(key(fill.substring(0, colon)), fill.substring(colon + 1).strip());
		}
		this.interview = interview;
	}

	@Override
	public @Nullable Fill added(Table table, Column column) {
		Fill fill = given(table, column);
		return (fill != null) ? fill : restored(table, column);
	}

	@Override
	public @Nullable Fill altered(Table table, Column column) {
		return given(table, column);
	}

	@Override
	public @Nullable Fill restored(Table table, Column column) {
		// As it is written: to SQLite a UUID is TEXT, but not to the application.
		String empty = isKey(table, column.name()) ? null : empty(column.type().written());
		return (empty != null) ? new Fill(empty, false) : null;
	}

	private @Nullable Fill given(Table table, Column column) {
		String name = table.name() + "." + column.name();
		String sql = this.given.get(key(name));
		if (sql != null) {
			this.used.add(key(name));
			return new Fill(sql, true);
		}
		return this.asked.computeIfAbsent(name, (key) -> {
			String answer = this.interview.fill(name, column.type().written());
			return (answer != null) ? new Fill(answer, true) : null;
		});
	}

	/** Fail if a value was given that nothing needs. */
	void requireAllUsed() {
		this.given.keySet()
			.stream()
			.filter((name) -> !this.used.contains(name))
			.sorted()
			.findFirst()
			.ifPresent((name) -> {
				throw new AutogenerateException(
						"The value given for " + name + " is not needed: no such column is new or "
								+ "ceases to take NULL.",
						"Leave --migrate.fill=" + name + " out, or correct its name.", null);
			});
	}

	/** One value for many rows is none for a key. */
	private static boolean isKey(Table table, String column) {
		Stream<List<String>> keys = Stream
			.of(table.uniques().stream().map(UniqueConstraint::columns),
					table.indexes().stream().filter((index) -> index.unique()).map((index) -> index.columns()),
					table.foreignKeys().stream().map(ForeignKey::columns),
					Stream.ofNullable(table.primaryKey()).map((key) -> key.columns()))
			.flatMap((each) -> each);
		return keys.anyMatch((columns) -> columns.contains(column));
	}

	private static @Nullable String empty(String type) {
		String base = type.toLowerCase(Locale.ROOT).replaceAll("[\"`]|^pg_catalog\\.", "");
		if (base.contains("[]") || base.contains("json") || base.contains("interval") || base.contains("point")
				|| base.contains(" array")) {
			return null;
		}
		if (base.contains("char") || base.contains("text") || base.contains("clob")) {
			return "''";
		}
		if (base.contains("bool")) {
			return "FALSE";
		}
		if (base.startsWith("timestamp") || base.startsWith("datetime")) {
			return "'1970-01-01 00:00:00'";
		}
		if (base.startsWith("date")) {
			return "'1970-01-01'";
		}
		if (base.startsWith("time")) {
			return "'00:00:00'";
		}
		return Stream.of("int", "numeric", "decimal", "real", "double", "float").anyMatch(base::contains) ? ZERO : null;
	}

	private static String key(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

}
