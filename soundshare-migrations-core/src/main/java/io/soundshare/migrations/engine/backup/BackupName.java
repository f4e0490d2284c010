package io.soundshare.migrations.engine.backup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The name of a copy: when it was taken, and of which revision.
 *
 * @param taken when, to the millisecond
 * @param revision the id, as a file name can have it; {@code null} at base
 */
record BackupName(Instant taken, @Nullable String revision) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'")
		.withZone(ZoneOffset.UTC);

	private static final Pattern FORM = Pattern.compile("(\\d{8}T\\d{9}Z)(?:_([A-Za-z0-9._-]+))?");

	private static final int LONGEST = 80;

	static BackupName of(Instant taken, @Nullable String id) {
		return new BackupName(taken, readable(id));
	}

	/** Read a name; {@code null} if it is none. */
	static @Nullable BackupName parse(String name, String suffix) {
		Matcher form = FORM.matcher(name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : "");
		try {
			return form.matches() ? new BackupName(TIME.parse(form.group(1), Instant::from), form.group(2)) : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/** Whether a database at a revision can have this name. */
	boolean isOf(@Nullable String id) {
		String wanted = readable(id);
		return (wanted != null) ? wanted.equals(this.revision) : this.revision == null;
	}

	private static @Nullable String readable(@Nullable String id) {
		if (id == null) {
			return null;
		}
		String plain = id.replaceAll("[^A-Za-z0-9._-]", "-");
		return plain.substring(0, Math.min(LONGEST, plain.length()));
	}

	String text(String suffix) {
		return TIME.format(this.taken) + ((this.revision != null) ? "_" + this.revision : "") + suffix;
	}

}
