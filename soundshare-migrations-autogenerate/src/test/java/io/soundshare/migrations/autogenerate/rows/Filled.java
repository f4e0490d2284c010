package io.soundshare.migrations.autogenerate.rows;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

import io.soundshare.migrations.autogenerate.entity.features.Types;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

/**
 * Tables with an attribute that takes no NULL, and for which rows can be given a value
 * that means nothing.
 */
@SuppressWarnings("deprecation")
public final class Filled {

	private Filled() {
	}

	/** Constants. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Enums {

		@Id
		long id;

		@Enumerated(EnumType.STRING)
		@Column(nullable = false)
		Types.Mood text;

		@Column(nullable = false)
		Types.Mood ordinal;

		@Enumerated(EnumType.STRING)
		@Column(nullable = false)
		Types.Grade valued;

	}

	/** Truth. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Truths {

		@Id
		long id;

		boolean plain;

		@Convert(converter = YesNoConverter.class)
		boolean yesNo;

		@Convert(converter = TrueFalseConverter.class)
		boolean trueFalse;

		@Convert(converter = NumericBooleanConverter.class)
		boolean numeric;

	}

	/** Numbers and texts. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Plain {

		@Id
		long id;

		int number;

		double precise;

		@Column(nullable = false)
		BigDecimal amount;

		@Column(nullable = false)
		String text;

		char letter;

		@Check(constraints = "positive >= 0")
		int positive;

		@Convert(converter = Types.Words.class)
		@Column(nullable = false)
		List<String> words;

	}

	/** Texts that are something else. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Coded {

		@Id
		long id;

		@Column(nullable = false)
		Currency currency;

		@Column(nullable = false)
		Locale locale;

		@Column(nullable = false)
		ZoneId zone;

		@Column(nullable = false)
		ZoneOffset zoneOffset;

		@Column(nullable = false)
		TimeZone timeZone;

		@JdbcTypeCode(SqlTypes.JSON)
		@Column(nullable = false)
		Map<String, String> json;

		@JdbcTypeCode(SqlTypes.JSON)
		@Column(nullable = false)
		List<String> list;

	}

	/** Days and hours. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Times {

		@Id
		long id;

		@Column(nullable = false)
		LocalDate day;

		@Column(nullable = false)
		LocalTime hour;

		@Column(nullable = false)
		LocalDateTime local;

		@Column(nullable = false)
		Instant instant;

		@Column(nullable = false)
		OffsetDateTime offsetTime;

		@Column(nullable = false)
		ZonedDateTime zoned;

		@Column(nullable = false)
		Timestamp stamp;

		@Column(nullable = false)
		Duration duration;

		@Column(nullable = false)
		Year calendar;

	}

	/** Bytes. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Bytes {

		@Id
		long id;

		@Column(nullable = false)
		byte[] content;

		@Column(nullable = false, length = 100)
		byte[] digest;

	}

	/** More than one column. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Embedding {

		@Id
		long id;

		Parts parts;

	}

	/** Its parts. */
	@Embeddable
	public static class Parts {

		@Enumerated(EnumType.STRING)
		@Column(nullable = false)
		Types.Mood mood;

		@Convert(converter = YesNoConverter.class)
		@Column(nullable = false)
		Boolean sure;

	}

}
