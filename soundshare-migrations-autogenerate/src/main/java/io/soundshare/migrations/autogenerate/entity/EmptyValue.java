package io.soundshare.migrations.autogenerate.entity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.stream.Stream;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.JdbcLiteralFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The value of an attribute that means the least: zero, an empty text, 1970, the first
 * constant of an enum.
 */
final class EmptyValue {

	/** ISO 4217: no currency. */
	private static final String NO_CURRENCY = "XXX";

	private static final String MOMENT = "'1970-01-01 00:00:00'";

	private static final String TIME = "'1970-01-01'|'00:00:00'";

	private final Attribute attribute;

	private final SessionFactoryImplementor sessionFactory;

	private final JdbcMapping mapping;

	private final String noBytes;

	EmptyValue(Attribute attribute, BootModel model) {
		this.attribute = attribute;
		this.sessionFactory = model.entities().sessionFactory();
		this.mapping = (JdbcMapping) attribute.value().getType();
		this.noBytes = model.product().noBytes();
	}

	/** Values to be tried, the best first. */
	List<String> candidates(String type) {
		List<String> candidates = new ArrayList<>();
		if (this.mapping.getJdbcJavaType().getJavaTypeClass() == byte[].class) {
			// Each database writes them in another way, and SQLite's BLOB in none.
			return List.of(this.noBytes);
		}
		Object object = object(this.mapping.getMappedJavaType().getJavaTypeClass());
		String literal = (object != null) ? literal(object) : null;
		String empty = ofType(type);
		int code = this.mapping.getJdbcType().getDefaultSqlTypeCode();
		Stream.of(literal, empty).filter(Objects::nonNull).forEach(candidates::add);
		if (empty != null && empty.matches(TIME)) {
			// SQLite's driver reads a day or an hour as part of a moment.
			candidates.add(MOMENT);
		}
		if (code == SqlTypes.JSON || code == SqlTypes.JSON_ARRAY || type.toLowerCase(Locale.ROOT).contains("json")) {
			candidates.addAll(List.of("'{}'", "'[]'"));
		}
		return candidates;
	}

	private static @Nullable Object object(Class<?> type) {
		if (type.isEnum()) {
			Object[] constants = type.getEnumConstants();
			return (constants.length > 0) ? constants[0] : null;
		}
		return Stream
			.<Object>of(false, ' ', Currency.getInstance(NO_CURRENCY), ZoneOffset.UTC, ZoneId.of("UTC"),
					TimeZone.getTimeZone("UTC"), Duration.ZERO)
			.filter((value) -> type == value.getClass() || (type == ZoneId.class && "UTC".equals(value.toString()))
					|| (type == TimeZone.class && value instanceof TimeZone))
			.findFirst()
			.orElse(null);
	}

	/** The same as SQL, by way of the attribute's converter. */
	@SuppressWarnings("unchecked")
	private @Nullable String literal(Object value) {
		try {
			Object relational = this.mapping.convertToRelationalValue(value);
			JdbcLiteralFormatter<Object> formatter = this.mapping.getJdbcLiteralFormatter();
			// A truth value has its word, whatever the database makes of it.
			boolean plain = relational == null || relational instanceof Boolean || formatter == null;
			return plain ? null : formatter.toJdbcLiteral(relational,
					this.sessionFactory.getJdbcServices().getDialect(), this.sessionFactory.getWrapperOptions());
		}
		catch (RuntimeException ex) {
			// A converter of the application's may throw whatever it likes.
			return null;
		}
	}

	/**
	 * Tell whether the application gets a value when it reads this, and may save it
	 * again.
	 */
	boolean isReadFrom(ResultSet row) throws SQLException {
		try {
			Object relational = this.mapping.getJdbcValueExtractor()
				.extract(row, 1, this.sessionFactory.getWrapperOptions());
			Object value = (relational != null) ? this.mapping.convertToDomainValue(relational) : null;
			return value != null && Validated.allows(this.attribute, value);
		}
		catch (RuntimeException ex) {
			// So does a converter of the application's that knows no such value.
			return false;
		}
	}

	/**
	 * The empty value of a type.
	 * @return the SQL; {@code null} if it has none
	 */
	static @Nullable String ofType(String type) {
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
			return MOMENT;
		}
		if (base.startsWith("date")) {
			return "'1970-01-01'";
		}
		if (base.startsWith("time")) {
			return "'00:00:00'";
		}
		return Stream.of("int", "numeric", "decimal", "real", "double", "float").anyMatch(base::contains) ? "0" : null;
	}

}
