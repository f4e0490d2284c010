package io.soundshare.migrations.autogenerate.entity;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.autogenerate.model.ForeignKey.Action;

/**
 * What may follow a reference.
 *
 * @param onDelete what a delete does
 * @param onUpdate what an update does
 * @param deferrable whether it may be checked at the end
 * @param initiallyDeferred whether it is
 */
record ReferentialClauses(Action onDelete, Action onUpdate, boolean deferrable, boolean initiallyDeferred) {

	private static final String ACTION = "\\s+(NO\\s+ACTION|RESTRICT|CASCADE|SET\\s+NULL|SET\\s+DEFAULT)\\b";

	private static final Pattern ON_DELETE = Pattern.compile("(?i)\\bON\\s+DELETE" + ACTION);

	private static final Pattern ON_UPDATE = Pattern.compile("(?i)\\bON\\s+UPDATE" + ACTION);

	private static final Pattern NOT_DEFERRABLE = Pattern.compile("(?i)\\bNOT\\s+DEFERRABLE\\b");

	private static final Pattern DEFERRABLE = Pattern.compile("(?i)\\bDEFERRABLE\\b|\\bINITIALLY\\s+DEFERRED\\b");

	private static final Pattern DEFERRED = Pattern.compile("(?i)\\bINITIALLY\\s+DEFERRED\\b");

	static ReferentialClauses of(String sql) {
		boolean deferrable = DEFERRABLE.matcher(sql).find() && !NOT_DEFERRABLE.matcher(sql).find();
		return new ReferentialClauses(action(ON_DELETE, sql), action(ON_UPDATE, sql), deferrable,
				deferrable && DEFERRED.matcher(sql).find());
	}

	private static Action action(Pattern pattern, String sql) {
		Matcher matcher = pattern.matcher(sql);
		return matcher.find() ? Action.valueOf(matcher.group(1).toUpperCase(Locale.ROOT).replaceAll("\\s+", "_"))
				: Action.NO_ACTION;
	}

}
