package io.soundshare.migrations.autogenerate.entity.features;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

/**
 * Types that are more than a word.
 */
@SuppressWarnings("deprecation")
public final class Types {

	private Types() {
	}

	/** Of days and hours. */
	@Entity(name = "Moments")
	public static class Moments {

		@Id
		long id;

		LocalDate localDate;

		LocalTime localTime;

		LocalDateTime localDateTime;

		@Column(secondPrecision = 0)
		LocalDateTime seconds;

		Instant instant;

		OffsetDateTime offsetDateTime;

		OffsetTime offsetTime;

		ZonedDateTime zonedDateTime;

		@TimeZoneStorage(TimeZoneStorageType.COLUMN)
		OffsetDateTime split;

		@Temporal(TemporalType.DATE)
		Date day;

		Timestamp stamp;

		Year year;

		ZoneId zone;

	}

	/** Mood. */
	public enum Mood {

		/** Up. */
		HAPPY,

		/** Down. */
		SAD

	}

	/** Grade. */
	public enum Grade {

		/** Best. */
		GOOD("G"),

		/** Worst. */
		BAD("B");

		@EnumeratedValue
		final String code;

		Grade(String code) {
			this.code = code;
		}

	}

	/** Of enums. */
	@Entity(name = "Enums")
	public static class Enums {

		@Id
		long id;

		@Enumerated(EnumType.STRING)
		Mood text;

		@Enumerated(EnumType.STRING)
		@Column(length = 20, nullable = false)
		Mood shortText;

		Mood ordinal;

		@Enumerated(EnumType.STRING)
		Grade valued;

		@Enumerated(EnumType.STRING)
		@Column(columnDefinition = "varchar(32) default 'SAD' check (defined <> '')")
		Mood defined;

	}

	/** Of converters. */
	@Entity(name = "Converted")
	public static class Converted {

		@Id
		long id;

		@Convert(converter = YesNoConverter.class)
		boolean yesNo;

		@Convert(converter = TrueFalseConverter.class)
		Boolean trueFalse;

		@Convert(converter = NumericBooleanConverter.class)
		boolean numeric;

		@Convert(converter = Words.class)
		@Column(length = 1000)
		List<String> words;

		Locale locale;

		Currency currency;

	}

	/** Words in one column. */
	public static class Words implements AttributeConverter<List<String>, String> {

		@Override
		public String convertToDatabaseColumn(List<String> words) {
			return String.join(" ", words);
		}

		@Override
		public List<String> convertToEntityAttribute(String words) {
			return List.of(words.split(" "));
		}

	}

	/** Large. */
	@Entity(name = "Large")
	public static class Large {

		@Id
		long id;

		@Lob
		String text;

		@Lob
		byte[] bytes;

		@Lob
		@Column(length = 100)
		char[] characters;

		@Column(columnDefinition = "text")
		String defined;

		@JdbcTypeCode(SqlTypes.LONG32VARCHAR)
		String longText;

		@JdbcTypeCode(SqlTypes.LONG32VARBINARY)
		byte[] longBytes;

	}

	/** In which there is more. */
	@Entity(name = "Nested")
	public static class Nested {

		@Id
		long id;

		@JdbcTypeCode(SqlTypes.JSON)
		Map<String, String> json;

		@Column(length = 40)
		String[] words;

		List<Integer> numbers;

	}

	/** Of arrays, which SQLite has none of. */
	@Entity(name = "Arrays")
	public static class Arrays {

		@Id
		long id;

		@JdbcTypeCode(SqlTypes.ARRAY)
		String[] words;

		@JdbcTypeCode(SqlTypes.ARRAY)
		@Column(precision = 10, scale = 2)
		java.math.BigDecimal[] amounts;

	}

	/** Of a type the database has to be told of first. */
	@Entity(name = "Named")
	public static class Named {

		@Id
		long id;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Mood mood;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@Column(columnDefinition = "mood default 'SAD' not null")
		Mood other;

	}

	/** Of a structure. */
	@Embeddable
	@Struct(name = "point_of_map")
	public static class Point {

		double latitude;

		double longitude;

	}

	/** Has one. */
	@Entity(name = "Located")
	public static class Located {

		@Id
		long id;

		Point point;

		@JdbcTypeCode(SqlTypes.JSON)
		Size size;

	}

	/** Has bits, set from the beginning. */
	@Entity(name = "Flagged")
	public static class Flagged {

		@Id
		long id;

		@Column(columnDefinition = "Bit default '0'")
		boolean deleted;

		@Column(columnDefinition = "bit(3) default '101' not null")
		@JdbcTypeCode(SqlTypes.OTHER)
		String flags;

	}

	/** In one column. */
	@Embeddable
	public static class Size {

		@Column(nullable = false)
		Integer width;

		Mood mood;

	}

}
