package io.soundshare.migrations.sqlite.value;

import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Days, times and points in time as the text SQLite's driver reads back. It knows one
 * format for all of them, {@code yyyy-MM-dd HH:mm:ss.SSS}, in the time zone of the JVM,
 * takes a fraction of other than three digits for as many milliseconds, and fails on
 * anything shorter: a day has a time, a time of day the first of January 1970.
 */
public final class Moment {

	private static final Pattern DAY_AND_TIME = Pattern.compile(
			"(\\d{4}-\\d\\d-\\d\\d)(?:[T ]\\s*"
					+ "(\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?)\\s*(Z|UTC|GMT|[+-]\\d\\d(?::?\\d\\d)?)?)?",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?");

	private static final Pattern BASIC_DAY = Pattern.compile("^(\\d{4})(\\d\\d)(\\d\\d)$");

	private static final LocalDate FIRST_DAY = LocalDate.EPOCH;

	private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

	private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

	private Moment() {
	}

	/**
	 * A moment as the driver reads it.
	 * @param text a text of ISO 8601, with {@code T} or a space, with an offset or
	 * without
	 * @param kind what the column holds
	 * @return the text to store, empty if this is no such moment
	 */
	public static Optional<String> of(String text, ValueKind kind) {
		return Optional.ofNullable(parse(text.strip(), kind)).map((moment) -> write(moment, kind));
	}

	/**
	 * A moment as the driver reads it; the day alone or the time alone where the column
	 * is none of days or times.
	 * @param date a moment as Liquibase holds it
	 * @param kind what the column holds
	 * @return the text to store
	 */
	public static String of(Date date, ValueKind kind) {
		if (date instanceof java.sql.Date day) {
			return isMoment(kind) ? write(day.toLocalDate().atStartOfDay(), kind) : day.toLocalDate().toString();
		}
		if (date instanceof java.sql.Time time) {
			return isMoment(kind) ? write(time.toLocalTime().atDate(FIRST_DAY), kind)
					: DateTimeFormatter.ISO_LOCAL_TIME.format(time.toLocalTime());
		}
		LocalDateTime moment = (date instanceof Timestamp timestamp) ? timestamp.toLocalDateTime()
				: LocalDateTime.ofInstant(date.toInstant(), ZoneId.systemDefault());
		return write(moment, isMoment(kind) ? kind : ValueKind.TIMESTAMP);
	}

	/**
	 * The instant a text with an offset means.
	 * @param text a text of ISO 8601, or {@code null}
	 * @return the instant; empty if the text tells none
	 */
	public static Optional<Timestamp> instant(@Nullable String text) {
		Matcher parts = DAY_AND_TIME.matcher((text != null) ? text.strip() : "");
		LocalDateTime moment = (parts.matches() && parts.group(3) != null) ? parse(parts.group(), ValueKind.TIMESTAMP)
				: null;
		return Optional.ofNullable(moment).map(Timestamp::valueOf);
	}

	/**
	 * Whether a column holds moments.
	 * @param kind what the column holds
	 * @return whether it does
	 */
	public static boolean isMoment(ValueKind kind) {
		return kind == ValueKind.DATE || kind == ValueKind.TIME || kind == ValueKind.TIMESTAMP;
	}

	/** Whether a text is a moment of any kind. */
	static boolean isMoment(String text) {
		return of(text, ValueKind.TIMESTAMP).isPresent() || of(text, ValueKind.TIME).isPresent();
	}

	private static @Nullable LocalDateTime parse(String text, ValueKind kind) {
		try {
			if (TIME.matcher(text).matches()) {
				return (kind == ValueKind.TIME) ? LocalTime.parse(text.replace(',', '.')).atDate(FIRST_DAY) : null;
			}
			Matcher parts = DAY_AND_TIME.matcher(BASIC_DAY.matcher(text).replaceFirst("$1-$2-$3"));
			if (!parts.matches()) {
				return null;
			}
			LocalDate day = LocalDate.parse(parts.group(1));
			String time = parts.group(2);
			if (time == null) {
				return (kind != ValueKind.TIME) ? day.atStartOfDay() : null;
			}
			LocalDateTime moment = day.atTime(LocalTime.parse(time.replace(',', '.')));
			String offset = parts.group(3);
			// A day or a time of day is the one where it was written.
			return (offset == null || kind != ValueKind.TIMESTAMP) ? moment : here(moment, offset);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static LocalDateTime here(LocalDateTime moment, String offset) {
		ZoneOffset zone = Character.isLetter(offset.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(offset);
		return OffsetDateTime.of(moment, zone).atZoneSameInstant(ZoneId.systemDefault()).toLocalDateTime();
	}

	private static String write(LocalDateTime moment, ValueKind kind) {
		LocalDateTime written = switch (kind) {
			case DATE -> moment.toLocalDate().atStartOfDay();
			case TIME -> moment.toLocalTime().atDate(FIRST_DAY);
			default -> moment;
		};
		boolean millis = written.get(ChronoField.MILLI_OF_SECOND) != 0;
		return (millis ? MILLIS : SECONDS).format(written);
	}

}
