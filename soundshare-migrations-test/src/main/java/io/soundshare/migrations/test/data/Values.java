package io.soundshare.migrations.test.data;

import java.util.List;
import java.util.UUID;

import io.soundshare.migrations.test.data.Tables.Column;

/**
 * Values made up for a column, as literals of SQL: usual ones, and those at the edges of
 * its type.
 *
 * @param sqlite whether the literals are SQLite's
 */
record Values(boolean sqlite) {

	/** Keys that no revision gives out itself. */
	private static final int FIRST_KEY = 1_000_003;

	private static final String TEXT = "Ünïcodé 'quoted' \"x\"; -- 日本 🎵 % _ \\ ";

	/** The number of the rows that are made up of each table. */
	static final int ROWS = 5;

	/** A usual value, another one for each row. */
	String usual(Column column, int row) {
		return switch (kind(column)) {
			case INTEGER -> number(String.valueOf(isSmall(column) ? 1003 + row : FIRST_KEY + row));
			case DECIMAL -> number(decimal(column, String.valueOf(1 + row)));
			case FLOAT -> number((1 + row) + ".5");
			case BOOLEAN -> truth(row % 2 == 0);
			case TEXT -> text(cut("row " + row, column));
			case BINARY -> bytes("0a0b0" + row % 10);
			case DATE -> text("2026-01-0" + (1 + row % 9));
			case TIME -> text("03:04:0" + row % 10);
			case TIMESTAMP -> text("2026-01-0" + (1 + row % 9) + " 03:04:05.678");
			case UUID -> text(new UUID(7, row).toString());
			case JSON -> text("{\"row\": " + row + "}");
			case OTHER -> this.sqlite ? text("row " + row) : "DEFAULT";
		};
	}

	/** The lowest value there is, or the shortest. */
	String low(Column column, int row) {
		return switch (kind(column)) {
			case INTEGER -> number(isSmall(column) ? "-32768" : isBig(column) ? "-9007199254740991" : "-2147483648");
			case DECIMAL -> number("-" + decimal(column, "9".repeat(digits(column))));
			case FLOAT -> number("-1.0e15");
			case TEXT -> text("");
			case BINARY -> bytes("");
			case DATE -> text("1900-01-01");
			case TIME -> text("00:00:00");
			case TIMESTAMP -> text("1900-01-01 00:00:00.000");
			case JSON -> text("[]");
			default -> usual(column, row);
		};
	}

	/** The highest value there is, or the longest. */
	String high(Column column, int row) {
		return switch (kind(column)) {
			case INTEGER -> number(isSmall(column) ? "32767" : isBig(column) ? "9007199254740991" : "2147483647");
			case DECIMAL -> number(decimal(column, "9".repeat(digits(column))));
			case FLOAT -> number("1.0e15");
			case TEXT -> text(longest(column));
			case BINARY -> bytes("00ff7f80".repeat(16));
			case DATE -> text("2999-12-31");
			case TIME -> text("23:59:59");
			case TIMESTAMP -> text("2999-12-31 23:59:59.999");
			case JSON -> text("{\"a\": [1, null, \"ü 'x'\"]}");
			default -> usual(column, row);
		};
	}

	/** Whether a value somebody has written elsewhere may be one of a column. */
	boolean fits(Column column, String literal) {
		boolean text = literal.startsWith("'");
		return switch (kind(column)) {
			case INTEGER -> !text && !literal.contains(".");
			case DECIMAL, FLOAT -> !text;
			case BOOLEAN, BINARY -> false;
			default -> text;
		};
	}

	private static boolean isSmall(Column column) {
		return List.of("int2", "smallint", "tinyint", "smallserial").contains(column.type());
	}

	private static boolean isBig(Column column) {
		return List.of("int8", "bigint", "bigserial").contains(column.type());
	}

	private static int digits(Column column) {
		int digits = (column.length() > 0 && column.length() < 30) ? column.length() - column.scale() : 9;
		return Math.max(0, Math.min(15, digits));
	}

	private static String decimal(Column column, String whole) {
		int scale = Math.min(column.scale(), 6);
		String before = (digits(column) == 0) ? "0" : whole;
		return (scale > 0) ? before + "." + "25".repeat(scale).substring(0, scale) : before;
	}

	private String number(String number) {
		return this.sqlite ? number : "'" + number + "'";
	}

	private String truth(boolean truth) {
		return this.sqlite ? (truth ? "1" : "0") : String.valueOf(truth);
	}

	private String bytes(String hex) {
		return this.sqlite ? "x'" + hex + "'" : "'\\x" + hex + "'";
	}

	private static String text(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

	private static String cut(String text, Column column) {
		int length = column.length();
		return (length > 0 && length < text.length()) ? text.substring(text.length() - length) : text;
	}

	private static String longest(Column column) {
		int length = (column.length() > 0 && column.length() < 4000) ? column.length() : 300;
		int[] points = TEXT.repeat(length / 10 + 1).codePoints().limit(length).toArray();
		// What ends with a blank is cut by some types.
		points[length - 1] = 'z';
		return new String(points, 0, length);
	}

	private Kind kind(Column column) {
		String type = column.type();
		if (type.startsWith("_") || type.endsWith("[]")) {
			return Kind.OTHER;
		}
		if (type.contains("bool") || type.equals("bit")) {
			return Kind.BOOLEAN;
		}
		if (type.equals("uuid")) {
			return Kind.UUID;
		}
		if (type.startsWith("json")) {
			return Kind.JSON;
		}
		if (type.contains("timestamp") || type.contains("datetime")) {
			return Kind.TIMESTAMP;
		}
		if (type.equals("date")) {
			return Kind.DATE;
		}
		if (type.startsWith("time")) {
			return Kind.TIME;
		}
		if (type.matches("(small|big)?serial")
				|| (type.contains("int") && !type.contains("interval") && !type.contains("point"))) {
			return Kind.INTEGER;
		}
		if (type.contains("char") || type.contains("text") || type.contains("clob") || type.equals("name")) {
			return Kind.TEXT;
		}
		if (type.contains("blob") || type.contains("binary") || type.equals("bytea")) {
			return Kind.BINARY;
		}
		if (type.contains("numeric") || type.contains("decimal") || type.equals("number")) {
			return Kind.DECIMAL;
		}
		if (type.contains("float") || type.contains("double") || type.contains("real")) {
			return Kind.FLOAT;
		}
		return Kind.OTHER;
	}

	private enum Kind {

		INTEGER, DECIMAL, FLOAT, BOOLEAN, TEXT, BINARY, DATE, TIME, TIMESTAMP, UUID, JSON, OTHER

	}

}
