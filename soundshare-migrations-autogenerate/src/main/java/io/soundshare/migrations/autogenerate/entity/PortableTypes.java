package io.soundshare.migrations.autogenerate.entity;

import java.util.List;

import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The types a changelog has for each of Hibernate's type codes.
 */
final class PortableTypes {

	/** Significant bits of a number of 32. */
	private static final int SINGLE = 24;

	/** Of a length a varchar may have on every database: eight digits and parentheses. */
	private static final int LONGEST = 9;

	private PortableTypes() {
	}

	/**
	 * Find what may be written.
	 * @param code the type code
	 * @param text the type in Hibernate's own words, for its length or precision
	 * @param precision the precision of a number; {@code null} if it has none
	 * @return the candidates, the best first; none if there is no portable type
	 */
	static List<String> candidates(int code, String text, @Nullable Integer precision) {
		String arguments = arguments(text);
		return switch (code) {
			case SqlTypes.BOOLEAN, SqlTypes.BIT -> List.of("boolean");
			case SqlTypes.TINYINT -> List.of("tinyint", "smallint");
			case SqlTypes.SMALLINT -> List.of("smallint");
			case SqlTypes.INTEGER -> List.of("int");
			case SqlTypes.BIGINT -> List.of("bigint");
			case SqlTypes.FLOAT, SqlTypes.REAL, SqlTypes.DOUBLE -> floating(code, precision);
			case SqlTypes.NUMERIC, SqlTypes.DECIMAL -> List.of("decimal" + arguments);
			case SqlTypes.DATE -> List.of("date");
			case SqlTypes.TIME -> List.of("time" + arguments);
			case SqlTypes.TIME_WITH_TIMEZONE, SqlTypes.TIME_UTC ->
				List.of("time" + arguments + " with time zone", "time" + arguments);
			case SqlTypes.TIMESTAMP -> List.of("timestamp" + arguments);
			case SqlTypes.TIMESTAMP_WITH_TIMEZONE, SqlTypes.TIMESTAMP_UTC ->
				List.of("timestamp" + arguments + " with time zone", "timestamp" + arguments);
			default -> characters(code, arguments);
		};
	}

	private static List<String> floating(int code, @Nullable Integer precision) {
		boolean single = (precision != null) ? precision <= SINGLE : code == SqlTypes.REAL;
		return single ? List.of("real", "double") : List.of("double", "real");
	}

	private static List<String> characters(int code, String arguments) {
		return switch (code) {
			case SqlTypes.CHAR, SqlTypes.NCHAR -> List.of("char" + arguments);
			case SqlTypes.VARCHAR, SqlTypes.NVARCHAR -> (arguments.length() > LONGEST)
					? List.of("clob", "varchar" + arguments) : List.of("varchar" + arguments, "clob");
			case SqlTypes.CLOB, SqlTypes.NCLOB, SqlTypes.LONG32VARCHAR, SqlTypes.LONG32NVARCHAR, SqlTypes.LONGVARCHAR,
					SqlTypes.LONGNVARCHAR ->
				List.of("clob");
			case SqlTypes.BLOB -> List.of("blob");
			case SqlTypes.BINARY -> List.of("binary" + arguments);
			// Not blob, which is an OID to PostgreSQL.
			case SqlTypes.VARBINARY, SqlTypes.LONG32VARBINARY, SqlTypes.LONGVARBINARY ->
				List.of("varbinary" + arguments);
			case SqlTypes.UUID -> List.of("uuid");
			case SqlTypes.SQLXML -> List.of("xml");
			default -> List.of();
		};
	}

	private static String arguments(String text) {
		int open = text.indexOf('(');
		int close = text.indexOf(')', open + 1);
		return (open > 0 && close > open) ? text.substring(open, close + 1).replaceAll("\\s", "") : "";
	}

}
