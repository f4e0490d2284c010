package io.soundshare.migrations.engine.mutex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.engine.connection.Origin;
import io.soundshare.migrations.engine.lock.Lease;
import org.jspecify.annotations.Nullable;

/**
 * The holder of the row, as its LOCKEDBY tells: stock Liquibase writes the host and its
 * address, we add the process, and how to find out whether it is still there.
 *
 * @param text the whole of it
 * @param host the host
 * @param pid the process, 0 if it is not one of ours
 * @param id what tells it from all others, {@code null} if it has none
 * @param leased whether it lives by a {@link Lease}; else a {@link Mutex} goes with it
 */
public record LockHolder(String text, String host, long pid, @Nullable String id, boolean leased) {

	/** Of the column. */
	private static final int LONGEST_TEXT = 255;

	private static final String MARK = ", SoundShare";

	private static final Pattern TEXT = Pattern.compile("(.*?)(?:#.*)?(?: \\(.*\\))?(?: pid (\\d{1,18})" + MARK
			+ "(?: (\\w{8}))?)?(?: at .*)?(?:, lease (\\w+).*)?", Pattern.DOTALL);

	public static LockHolder of(@Nullable String text) {
		String known = (text != null) ? text : "";
		Matcher matcher = TEXT.matcher(known);
		if (!matcher.matches()) {
			return new LockHolder(known, known, 0, null, false);
		}
		long pid = (matcher.group(2) != null) ? Long.parseLong(matcher.group(2)) : 0;
		String lease = matcher.group(4);
		return new LockHolder(known, matcher.group(1), pid, (lease != null) ? lease : matcher.group(3), lease != null);
	}

	/** Whether it is one of ours. */
	public boolean ours() {
		return this.pid != 0;
	}

	/** Describe a holder that a mutex goes with. */
	public static String withMutex(Origin origin, String id) {
		return origin.process() + MARK + " " + id;
	}

	/** Describe a holder that a mutex goes with, and how far it is. */
	public static String withProgress(Origin origin, String id, String progress) {
		String text = withMutex(origin, id) + " at " + progress;
		return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
	}

	/** Describe a holder that has to say again and again that it is there. */
	public static String withLease(Origin origin, String lease, long beat) {
		return origin.process() + MARK + ", lease " + lease + " " + beat;
	}

	/** The pattern, as of LIKE, that fits whoever has an id and nobody else. */
	public static String like(String id) {
		return "%" + MARK + "% " + id + "%";
	}

}
