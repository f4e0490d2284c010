package io.soundshare.migrations.boot.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import io.soundshare.migrations.model.Revision;

/**
 * Makes the links of a page. All are relative, so that they hold behind a proxy that puts
 * the application under another path.
 */
final class Links {

	/** What no proxy, server or firewall takes offence at in a path. */
	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9._~-]*");

	private final String home;

	private final String below;

	/**
	 * Create the links of a page.
	 * @param endpoint the last segment of the endpoint's path
	 * @param depth how many segments below it the page is
	 */
	Links(String endpoint, int depth) {
		this.home = ((depth != 0) ? "../".repeat(depth) : "./") + encode(endpoint);
		this.below = (depth != 0) ? "./" + "../".repeat(depth - 1) : this.home + "/";
	}

	String home() {
		return this.home;
	}

	String resource(String name) {
		return this.below + name;
	}

	String database(String name) {
		return this.below + encode(name);
	}

	/** Many servers and firewalls refuse a path with odd characters, but no query. */
	String revision(String database, Revision revision) {
		return revision(database, revision.name());
	}

	String revision(String database, String revision) {
		return PLAIN.matcher(revision).matches() ? database(database) + "/" + revision
				: database(database) + "?revision=" + encode(revision);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
