package io.soundshare.migrations.sqlite.value;

import java.util.Locale;

import liquibase.database.Database;
import liquibase.datatype.DataTypeFactory;
import liquibase.datatype.LiquibaseDataType;
import liquibase.datatype.core.BigIntType;
import liquibase.datatype.core.BooleanType;
import liquibase.datatype.core.CharType;
import liquibase.datatype.core.ClobType;
import liquibase.datatype.core.CurrencyType;
import liquibase.datatype.core.DateTimeType;
import liquibase.datatype.core.DateType;
import liquibase.datatype.core.DecimalType;
import liquibase.datatype.core.DoubleType;
import liquibase.datatype.core.FloatType;
import liquibase.datatype.core.IntType;
import liquibase.datatype.core.MediumIntType;
import liquibase.datatype.core.NumberType;
import liquibase.datatype.core.SmallIntType;
import liquibase.datatype.core.TimeType;
import liquibase.datatype.core.TimestampType;
import liquibase.datatype.core.TinyIntType;
import liquibase.exception.UnexpectedLiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * The kind of a column's values, as its type says.
 */
public enum ValueKind {

	/** 1 or 0. */
	BOOLEAN,

	/** A day. */
	DATE,

	/** A time of day. */
	TIME,

	/** A point in time. */
	TIMESTAMP,

	/** A number without a fraction. */
	INTEGER,

	/** Any number. */
	NUMBER,

	/** Text. */
	TEXT,

	/** Nothing that would change a value. */
	OTHER;

	/**
	 * The kind of a type.
	 * @param type the type as a changelog writes it or a table declares it, or
	 * {@code null}
	 * @param database the database
	 * @return the kind
	 */
	public static ValueKind of(@Nullable String type, Database database) {
		if (type == null || type.isBlank()) {
			return OTHER;
		}
		String name = type.strip().toLowerCase(Locale.ROOT);
		if (name.matches("bit\\s*\\((?!\\s*1\\s*\\)).*")) {
			return OTHER;
		}
		if (name.matches("tinyint\\s*\\(\\s*1\\s*\\)")) {
			return BOOLEAN;
		}
		try {
			return of(DataTypeFactory.getInstance().fromDescription(type, database));
		}
		catch (UnexpectedLiquibaseException ex) {
			return OTHER;
		}
	}

	/**
	 * The kind of a type.
	 * @param type the type as Liquibase holds it, or {@code null}
	 * @return the kind
	 */
	public static ValueKind of(@Nullable LiquibaseDataType type) {
		if (type instanceof BooleanType) {
			return BOOLEAN;
		}
		if (type instanceof TimestampType || type instanceof DateTimeType) {
			return TIMESTAMP;
		}
		if (type instanceof DateType) {
			return DATE;
		}
		if (type instanceof TimeType) {
			return TIME;
		}
		if (type instanceof IntType || type instanceof BigIntType || type instanceof SmallIntType
				|| type instanceof TinyIntType || type instanceof MediumIntType) {
			return INTEGER;
		}
		if (type instanceof NumberType || type instanceof DecimalType || type instanceof DoubleType
				|| type instanceof FloatType || type instanceof CurrencyType) {
			return NUMBER;
		}
		return (type instanceof CharType || type instanceof ClobType) ? TEXT : OTHER;
	}

}
