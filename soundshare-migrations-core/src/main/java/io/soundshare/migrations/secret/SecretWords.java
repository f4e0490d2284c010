package io.soundshare.migrations.secret;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words by which a text itself says that a secret follows: in a URL, or after a name
 * that is the name of a secret. Knows no values.
 */
final class SecretWords {

	static final String HIDDEN = "***";

	private static final String NAME = "(?:[\\w.-]*(?:password|passwd|passphrase|passcode|secret|token|credentials?|signature"
			+ "|(?:api|access|private|secret|account|shared|license|encryption|hex)[_-]?key)|(?:[\\w.-]*[._-])?(?:pwd|pass)"
			+ "|[\\w.-]*sslkey|[\\w.-]*storepass)";

	private static final Pattern WHOLE_NAME = Pattern.compile("(?i)" + NAME);

	/** The driver for SQLite and Azure's signed URLs: too short a name elsewhere. */
	private static final String NAME_IN_URL = "(?<=[?&;])(?:key|sig|[\\w.-]*pw)";

	/** Up to the next parameter; what ends a sentence or a bracket around is no part. */
	private static final String VALUE = "(?:'(?:[^']|'')*'|\"(?:[^\"\\\\]|\\\\.)*\"|\\{[^}]*}"
			+ "|[^&;\\s]+?(?=[\\])}>,.:\"'`]*(?:[&;\\s]|$)))";

	private static final Pattern ASSIGNED = Pattern
		.compile("(?i)((?<![\\w.-])" + NAME + "|" + NAME_IN_URL + ")(=)(" + VALUE + ")");

	private static final Pattern IN_JSON = Pattern
		.compile("(?i)([\"']" + NAME + "[\"']\\s*[:=]\\s*)(?:\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*')");

	private static final Pattern BEARER = Pattern.compile("\\b([Bb]earer )[\\w.~+/=-]{8,}");

	/** A password may have any of the characters that end it: so up to the last @. */
	private static final Pattern JDBC_USER = Pattern.compile("(?i)(jdbc:(?!sqlite:)[\\w+.:-]*//)\\S*@");

	private static final Pattern ORACLE_USER = Pattern.compile("(?i)(jdbc:oracle:\\w+:)[^\\s/@]*/\\S*@");

	private static final Pattern URL_USER = Pattern.compile("(?i)(\\b[a-z][\\w+.-]*://)[^\\s/@:]*:[^\\s/@]+@");

	/** Text that may be a user and a password, in any URL. */
	private static final Pattern USER_INFO = Pattern.compile("(?i)(?://|^jdbc:oracle:\\w{1,9}:)([^:/@]*)[:/](.*)@",
			Pattern.DOTALL);

	private static final Pattern FIRST_USER_INFO = Pattern.compile("//([^:/@]*):([^@]*)@");

	private SecretWords() {
	}

	/** Whether what has this name is a secret. */
	static boolean isSecret(String name) {
		return WHOLE_NAME.matcher(name).matches();
	}

	static String hide(String text) {
		// First what has an end of its own: a password in a parameter may have an @.
		String shown = (text.indexOf('=') >= 0) ? ASSIGNED.matcher(text).replaceAll("$1$2" + HIDDEN) : text;
		if (shown.contains("://") || shown.contains("jdbc:")) {
			shown = JDBC_USER.matcher(shown).replaceAll("$1" + HIDDEN + "@");
			shown = ORACLE_USER.matcher(shown).replaceAll("$1" + HIDDEN + "@");
			shown = URL_USER.matcher(shown).replaceAll("$1" + HIDDEN + "@");
		}
		if (shown.indexOf('"') >= 0 || shown.indexOf('\'') >= 0) {
			shown = IN_JSON.matcher(shown).replaceAll("$1\"" + HIDDEN + "\"");
		}
		return shown.contains("earer ") ? BEARER.matcher(shown).replaceAll("$1" + HIDDEN) : shown;
	}

	/** The secrets in a URL, as they are written there and as they are meant. */
	static Set<String> secrets(String url) {
		Set<String> secrets = new LinkedHashSet<>();
		if (!url.toLowerCase(Locale.ROOT).startsWith("jdbc:sqlite:")) {
			for (Pattern pattern : new Pattern[] { USER_INFO, FIRST_USER_INFO }) {
				Matcher userInfo = pattern.matcher(url);
				if (userInfo.find()) {
					secrets.add(userInfo.group(2));
				}
			}
		}
		Matcher parameters = ASSIGNED.matcher(url);
		while (parameters.find()) {
			secrets.add(parameters.group(3));
			secrets.add(parameters.group(3).replaceAll("^['\"{]|['\"}]$", ""));
		}
		for (String secret : Set.copyOf(secrets)) {
			secrets.add(decoded(secret));
		}
		return secrets;
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

}
