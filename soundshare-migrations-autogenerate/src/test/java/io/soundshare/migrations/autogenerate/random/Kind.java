package io.soundshare.migrations.autogenerate.random;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Kind of values a column can hold.
 */
enum Kind {

	STRING(String.class, "'none'", "''", "'it''s'"),

	TEXT(String.class, "'much'"),

	CHARACTER(Character.class, "'x'"),

	BOOLEAN(Boolean.class, "true", "false"),

	SHORT(Short.class, "0", "12"),

	INTEGER(Integer.class, "0", "7", "-1"),

	LONG(Long.class, "0", "5000000000"),

	FLOAT(Float.class, "0.5"),

	DOUBLE(Double.class, "0", "1.25"),

	DECIMAL(BigDecimal.class, "0", "1.50"),

	BIG_INTEGER(BigInteger.class, "0"),

	DATE(LocalDate.class, "current_date", "'2020-01-31'"),

	TIME(LocalTime.class),

	TIMESTAMP(LocalDateTime.class, "current_timestamp"),

	INSTANT(Instant.class, "current_timestamp"),

	OFFSET_DATE_TIME(OffsetDateTime.class),

	DURATION(Duration.class, "0"),

	UUID(UUID.class),

	BYTES(byte[].class),

	LOB_TEXT(String.class),

	LOB_BYTES(byte[].class),

	JSON(String.class, "'{}'"),

	ENUM_STRING(Enum.class),

	ENUM_ORDINAL(Enum.class, "0");

	static final List<Kind> ALL = List.of(values());

	private final Class<?> type;

	private final List<String> defaults;

	Kind(Class<?> type, String... defaults) {
		this.type = type;
		this.defaults = List.of(defaults);
	}

	Class<?> type() {
		return this.type;
	}

	List<String> defaults() {
		return this.defaults;
	}

	boolean isEnum() {
		return this.type == Enum.class;
	}

	boolean isNumber() {
		return Number.class.isAssignableFrom(this.type);
	}

	/**
	 * Whether it has a length or a precision.
	 */
	boolean isSized() {
		return switch (this) {
			case STRING, DECIMAL, TIMESTAMP, INSTANT, BYTES, ENUM_STRING -> true;
			default -> false;
		};
	}

	/**
	 * Whether both databases can order it.
	 */
	boolean isIndexable() {
		return switch (this) {
			case BYTES, LOB_BYTES, LOB_TEXT, JSON, TEXT -> false;
			default -> true;
		};
	}

	/**
	 * Whether a collection can consist of it.
	 */
	boolean isElement() {
		return switch (this) {
			case STRING, INTEGER, DECIMAL, DATE, BOOLEAN, ENUM_STRING, ENUM_ORDINAL -> true;
			default -> false;
		};
	}

	/**
	 * The kinds that can hold whatever this one holds.
	 */
	List<Kind> wider() {
		return switch (this) {
			case SHORT -> List.of(INTEGER, LONG);
			case INTEGER -> List.of(LONG, BIG_INTEGER);
			case LONG -> List.of(BIG_INTEGER);
			case FLOAT -> List.of(DOUBLE);
			case STRING, CHARACTER, ENUM_STRING -> List.of(TEXT, STRING);
			case DATE -> List.of(TIMESTAMP);
			default -> List.of();
		};
	}

}
