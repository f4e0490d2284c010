package io.soundshare.migrations.engine.recording.sqlite;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Writes values as SQL, so that each comes back as it was, bit by bit, whichever SQLite
 * reads it.
 */
final class Literals {

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	/** Up to so many digits any SQLite reads a number as it was. */
	private static final int SURE_DIGITS = 15;

	private static final int SURE_EXPONENT = 22;

	private static final int MANTISSA_BITS = 52;

	private static final int BIAS = 1023 + MANTISSA_BITS;

	private static final int FACTOR_BITS = 60;

	private final Charset encoding;

	/**
	 * Write values of a database.
	 * @param encoding what {@code PRAGMA encoding} says
	 */
	Literals(String encoding) {
		this.encoding = switch (encoding) {
			case "UTF-16le" -> StandardCharsets.UTF_16LE;
			case "UTF-16be" -> StandardCharsets.UTF_16BE;
			default -> StandardCharsets.UTF_8;
		};
	}

	/** Read values of a row, one column after the other. */
	List<String> read(ResultSet row, int from, int count) throws SQLException {
		List<String> values = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			values.add(value(row, from + i));
		}
		return values;
	}

	private String value(ResultSet row, int column) throws SQLException {
		Object value = row.getObject(column);
		if (value instanceof String text && isStrange(text)) {
			return strange(row.getBytes(column));
		}
		return write(value);
	}

	private String write(@Nullable Object value) {
		if (value == null) {
			return "NULL";
		}
		if (value instanceof String text) {
			return Names.literal(text);
		}
		if (value instanceof byte[] bytes) {
			return "x'" + HEX.formatHex(bytes) + "'";
		}
		return (value instanceof Double number) ? real(number) : value.toString();
	}

	private static boolean isStrange(String text) {
		return text.indexOf('\0') >= 0 || text.indexOf('\uFFFD') >= 0;
	}

	/** Text that ends nowhere else, or is none in its encoding. */
	private String strange(byte[] utf8) {
		byte[] bytes = utf8;
		if (!this.encoding.equals(StandardCharsets.UTF_8)) {
			try {
				bytes = StandardCharsets.UTF_8.newDecoder()
					.decode(ByteBuffer.wrap(utf8))
					.toString()
					.getBytes(this.encoding);
			}
			catch (CharacterCodingException ex) {
				throw new ObstacleException("it has to do with text that is broken");
			}
		}
		// A plus: else SQLite before 3.41 gives its affinity to the other rows of VALUES.
		return "+CAST(x'" + HEX.formatHex(bytes) + "' AS TEXT)";
	}

	static String real(double value) {
		if (Double.isInfinite(value)) {
			return (value > 0) ? "9e999" : "-9e999";
		}
		if (value == 0) {
			return (1 / value > 0) ? "0.0" : "-0.0";
		}
		BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
		if (decimal.precision() <= SURE_DIGITS && Math.abs(decimal.scale()) <= SURE_EXPONENT) {
			return Double.toString(value);
		}
		return exact(value);
	}

	/**
	 * A whole number, multiplied or divided by powers of two: none of these rounds.
	 */
	private static String exact(double value) {
		long bits = Double.doubleToRawLongBits(value);
		int exponent = (int) ((bits >> MANTISSA_BITS) & 0x7FF);
		long mantissa = bits & ((1L << MANTISSA_BITS) - 1);
		if (exponent > 0) {
			mantissa |= 1L << MANTISSA_BITS;
		}
		int power = Math.max(exponent, 1) - BIAS;
		int zeros = Long.numberOfTrailingZeros(mantissa);
		mantissa >>= zeros;
		power += zeros;
		StringBuilder sql = new StringBuilder("(").append((value < 0) ? "-" : "")
			.append("+CAST(")
			.append(mantissa)
			.append(" AS REAL)");
		for (int left = Math.abs(power); left > 0; left -= FACTOR_BITS) {
			sql.append((power > 0) ? " * " : " / ").append(1L << Math.min(left, FACTOR_BITS));
		}
		return sql.append(')').toString();
	}

}
