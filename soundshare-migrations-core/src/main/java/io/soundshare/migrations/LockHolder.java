package io.soundshare.migrations;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Whoever has locked the row, as its LOCKEDBY tells: stock Liquibase writes the host and
 * its address, we add the process, and how to find out whether it is still there.
 *
 * @param text the whole of it
 * @param host the host
 * @param ours whether it is one of ours
 * @param lease the lease it lives by, {@code null} if a {@link Mutex} goes with it
 */
record LockHolder(String text, String host, boolean ours, @Nullable String lease) {

	private static final String MARK = ", SoundShare";

	private static final Pattern TEXT = Pattern
		.compile("(.*?)(?:#.*)?( \\(.*\\))?( pid \\d+" + MARK + ")?(?: at .*)?(?:, lease (\\w+).*)?");

	static LockHolder of(@Nullable String text) {
		String known = (text != null) ? text : "";
		Matcher matcher = TEXT.matcher(known);
		return matcher.matches() ? new LockHolder(known, matcher.group(1), matcher.group(3) != null, matcher.group(4))
				: new LockHolder(known, known, false, null);
	}

	/** One that a mutex goes with. */
	static String withMutex(Origin origin) {
		return origin.process() + MARK;
	}

	/** One that a mutex goes with, which does not tell how far it is. */
	static String withProgress(Origin origin, String progress) {
		return withMutex(origin) + " at " + progress;
	}

	/** One that has to say again and again that it is there. */
	static String withLease(Origin origin, String lease, long beat) {
		return withMutex(origin) + ", lease " + lease + " " + beat;
	}

}
