package io.soundshare.migrations.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The database a status is about.
 *
 * @param product the product's name, as its driver gives it
 * @param version the product's version
 * @param url the JDBC URL without credentials and parameters
 * @param note what else there is to know, such as that it does not exist yet
 */
public record DatabaseInfo(String product, String version, @Nullable String url, @Nullable String note) {

	/** Each driver has its own place for parameters: the rest of the URL goes. */
	private static final Pattern PARAMETERS = Pattern.compile("[?;\\v].*|:\\w+=.*|(?<=//|@)[^/]*\\(.*", Pattern.DOTALL);

	private static final Pattern USER_INFO = Pattern.compile("(?<=//).*@|(?<=^jdbc:oracle:\\w{1,9}:).*(?=@)");

	/**
	 * Describe a database there is no more to know of.
	 * @param product the product's name
	 * @param version the product's version
	 * @param url the JDBC URL without credentials and parameters
	 */
	public DatabaseInfo(String product, String version, @Nullable String url) {
		this(product, version, url, null);
	}

	/**
	 * Take everything out of a JDBC URL that may be a secret: the user information before
	 * the host, and all parameters, since any of them may hold a password or a token.
	 * @param url a JDBC URL
	 * @return the URL, safe to show
	 */
	public static @Nullable String withoutCredentials(@Nullable String url) {
		if (url == null) {
			return null;
		}
		String shown = USER_INFO.matcher(PARAMETERS.matcher(url).replaceFirst("")).replaceFirst("");
		// An @ among what was taken for parameters: a password with odd characters was
		// cut in two.
		boolean doubtful = !url.startsWith("jdbc:sqlite:") && url.lastIndexOf('@') > firstParameter(url);
		return doubtful ? url.replaceFirst("^(jdbc:\\w+:).*", "$1…").lines().findFirst().orElse("") : shown;
	}

	private static int firstParameter(String url) {
		Matcher matcher = PARAMETERS.matcher(url);
		return matcher.find() ? matcher.start() : url.length();
	}

}
