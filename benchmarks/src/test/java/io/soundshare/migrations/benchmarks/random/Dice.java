package io.soundshare.migrations.benchmarks.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.soundshare.migrations.benchmarks.random.LiveSchema.Column;
import io.soundshare.migrations.benchmarks.random.LiveSchema.Table;

/**
 * All that is left to chance, and names that were not there before.
 */
final class Dice {

	private static final List<String> TEXTS = List.of("plain", "it's", "\"quoted\"", "two\nlines", "semi;colon",
			"back\\slash", "Größe", "日本", "", " ", "100%", "$1 ? :x", "null", "-- none", "a''b", "{}", "é\t🎵");

	private static final List<String> NUMBERS = List.of("0", "1", "-1", "2", "3", "7", "42", "1000", "32767");

	private static final List<String> MOMENTS = List.of("2020-01-02 03:04:05", "1999-12-31 23:59:59",
			"2024-02-29 00:00:00");

	private final Random random;

	private final boolean postgres;

	private int number;

	Dice(long seed, boolean postgres) {
		this.random = new Random(seed);
		this.postgres = postgres;
	}

	boolean postgres() {
		return this.postgres;
	}

	int below(int bound) {
		return this.random.nextInt(bound);
	}

	boolean chance(int percent) {
		return below(100) < percent;
	}

	<T> T any(List<T> list) {
		return list.get(below(list.size()));
	}

	/** Some of them, at least one, in any order. */
	<T> List<T> some(List<T> list) {
		List<T> shuffled = new ArrayList<>(list);
		Collections.shuffle(shuffled, this.random);
		return shuffled.subList(0, 1 + below(Math.min(2, shuffled.size())));
	}

	String fresh(String prefix) {
		this.number++;
		return prefix + this.number + any(List.of("", "", "_x", "s"));
	}

	Table table(LiveSchema schema) {
		return any(schema.tables());
	}

	Column column(Table table) {
		return any(table.columns());
	}

	/** A type by the name Liquibase and both databases understand. */
	String type() {
		return any(List.of("int", "bigint", "varchar(40)", "varchar(200)", "text", "boolean", "timestamp", "date",
				"decimal(10,2)", "smallint"));
	}

	/** A value as SQL. */
	String literal(Column column) {
		return literal(column.type(), column.nullable());
	}

	String literal(String type, boolean nullable) {
		Column column = new Column("", type, nullable, false);
		if (nullable && chance(15)) {
			return "NULL";
		}
		if (column.isNumber()) {
			return any(NUMBERS);
		}
		if (column.isBoolean()) {
			return any(List.of("TRUE", "FALSE"));
		}
		if (column.isMoment()) {
			return "'" + any(MOMENTS) + "'";
		}
		if (column.isBinary()) {
			return this.postgres ? "'\\x00ff'" : "X'00ff'";
		}
		return "'" + any(TEXTS).replace("'", "''") + "'";
	}

	/** A condition that some rows fulfil. */
	String condition(Table table) {
		Column column = column(table);
		return switch (below(4)) {
			case 0 -> column.name() + " IS NOT NULL";
			case 1 -> column.name() + " = " + literal(column.type(), false);
			case 2 -> column.name() + " <> " + literal(column.type(), false);
			default -> "1 = 1";
		};
	}

}
