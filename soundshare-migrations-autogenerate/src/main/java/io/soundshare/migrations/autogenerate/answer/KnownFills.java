package io.soundshare.migrations.autogenerate.answer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.diff.Fill;
import io.soundshare.migrations.autogenerate.diff.Fills;
import io.soundshare.migrations.autogenerate.entity.EmptyValues;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;
import io.soundshare.migrations.model.Remedy.Kind;
import io.soundshare.migrations.model.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Values that were given, are asked for, or are made up.
 */
public final class KnownFills implements Fills {

	private final Map<String, String> given = new HashMap<>();

	private final Set<String> used = new HashSet<>();

	private final Map<String, Fill> asked = new HashMap<>();

	private final Interview interview;

	private final EmptyValues empty;

	public KnownFills(List<String> given, Interview interview, EmptyValues empty) {
		for (String fill : given) {
			int colon = fill.indexOf(':');
			if (colon <= 0 || colon == fill.length() - 1 || fill.lastIndexOf('.', colon) <= 0) {
				throw new AutogenerateException("'" + fill + "' is no value for a column.", Wording.format(
						"Give table, column and the SQL of the value: %s", Kind.FILL.of("songs.play_count:0")), null);
			}
			this.given.put(key(fill.substring(0, colon)), fill.substring(colon + 1).strip());
		}
		this.interview = interview;
		this.empty = empty;
	}

	@Override
	public @Nullable Fill added(Table table, Column column) {
		Fill fill = given(table, column, column.needsValue());
		return (fill == null && column.needsValue() && !isKey(table, column.name()))
				? madeUp(this.empty.of(table, column)) : fill;
	}

	@Override
	public @Nullable Fill altered(Table table, Column current, Column column) {
		return given(table, column, current.nullable() && !column.nullable());
	}

	@Override
	public @Nullable Fill unfit(Table table, Column column) {
		return given(table, column, false);
	}

	@Override
	public @Nullable Fill restored(Table table, Column column) {
		return isKey(table, column.name()) ? null : madeUp(this.empty.ofGone(table, column));
	}

	private static @Nullable Fill madeUp(@Nullable String sql) {
		return (sql != null) ? new Fill(sql, false) : null;
	}

	private @Nullable Fill given(Table table, Column column, boolean needed) {
		String name = table.name() + "." + column.name();
		String sql = this.given.get(key(name));
		if (sql != null) {
			this.used.add(key(name));
			return new Fill(sql, true);
		}
		return !needed ? null : this.asked.computeIfAbsent(name, (key) -> {
			String answer = this.interview.fill(name, column.type().declared());
			return (answer != null) ? new Fill(answer, true) : null;
		});
	}

	/** Fail if a value was given that nothing needs. */
	public void requireAllUsed() {
		this.given.keySet()
			.stream()
			.filter((name) -> !this.used.contains(name))
			.sorted()
			.findFirst()
			.ifPresent((name) -> {
				throw new AutogenerateException(
						"The value given for " + name + " is not needed: no such column comes, changes or gets "
								+ "another check in a table that is there.",
						Wording.format("Leave %s out, or correct its name.", Kind.FILL.of(name)), null);
			});
	}

	/** Whether a column is in a key, for which one value for many rows is none. */
	private static boolean isKey(Table table, String column) {
		Stream<List<String>> keys = Stream
			.of(table.uniques().stream().map(UniqueConstraint::columns),
					table.indexes().stream().filter((index) -> index.unique()).map((index) -> index.columns()),
					table.foreignKeys().stream().map(ForeignKey::columns),
					Stream.ofNullable(table.primaryKey()).map((key) -> key.columns()))
			.flatMap((each) -> each);
		return keys.anyMatch((columns) -> columns.contains(column));
	}

	private static String key(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

}
