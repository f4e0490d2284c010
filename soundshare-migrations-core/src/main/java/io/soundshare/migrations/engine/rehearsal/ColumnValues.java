package io.soundshare.migrations.engine.rehearsal;

import java.math.BigDecimal;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;

import org.jspecify.annotations.Nullable;

/**
 * What tells the values of a column from others.
 *
 * @param type how it is declared
 * @param sum of the values with their types
 * @param meant of the values alone: a number is the same with another type
 * @param present how many there are
 */
record ColumnValues(String type, long sum, long meant, long present) {

	private static final long PRIME = 1_099_511_628_211L;

	static ColumnValues none(ResultSetMetaData metadata, int column) throws SQLException {
		return new ColumnValues("%s %d %d".formatted(metadata.getColumnTypeName(column), metadata.getPrecision(column),
				metadata.getScale(column)), 0, 0, 0);
	}

	/** With one more. */
	ColumnValues and(@Nullable Object value, long hash) {
		return new ColumnValues(this.type, this.sum + hash,
				(value instanceof byte[] || value == null) ? this.meant + hash : this.meant + hash(meaning(value)),
				(value != null) ? this.present + 1 : this.present);
	}

	/** Whether there are other values since the column has another type. */
	boolean isCut(ColumnValues was) {
		return !this.type.equals(was.type) && this.meant != was.meant;
	}

	private static String meaning(Object value) {
		if (value instanceof Boolean truth) {
			return truth ? "1" : "0";
		}
		if (value instanceof Timestamp time) {
			return time.toString().replaceFirst("( 00:00:00)?\\.0$", "");
		}
		String text = value.toString();
		if (value instanceof BigDecimal || value instanceof Double || value instanceof Float) {
			return text.matches("-?[0-9.E+-]+") ? new BigDecimal(text).stripTrailingZeros().toPlainString() : text;
		}
		return text.stripTrailing();
	}

	/** A value with its type: SQLite has numbers and texts in one column. */
	static long hash(@Nullable Object value) {
		if (value == null) {
			return 1;
		}
		long hash = value.getClass().getName().hashCode();
		if (value instanceof byte[] bytes) {
			for (byte one : bytes) {
				hash = hash * PRIME + one;
			}
		}
		else {
			String text = value.toString();
			for (int i = 0; i < text.length(); i++) {
				hash = hash * PRIME + text.charAt(i);
			}
		}
		return mixed(hash);
	}

	/** The end of SplittableRandom's way to make a number of a number. */
	static long mixed(long number) {
		long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
		return mixed ^ (mixed >>> 31);
	}

}
