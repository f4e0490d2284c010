package io.soundshare.migrations.autogenerate.postgres;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.model.DatabaseInfo;

/**
 * The URL of a database of PostgreSQL (<a href=
 * "https://jdbc.postgresql.org/documentation/use/#connecting-to-the-database">its
 * driver's</a>), taken apart.
 *
 * @param server what comes before the name of the database
 * @param parameters what comes after it, without the question mark
 */
record PostgresUrl(String server, String parameters) {

	private static final Pattern URL = Pattern
		.compile("(?i)(jdbc:(?:(?!tc:)[\\w-]+:)?postgresql:(?://[^/?]*(?:/|(?=\\?|$)))?)/?([^?/]*)(?:\\?(.*))?");

	/**
	 * Take a URL apart.
	 * @param url the URL
	 * @return its parts
	 * @throws AutogenerateException if it is none of PostgreSQL
	 */
	static PostgresUrl of(String url) {
		Matcher parts = URL.matcher(url);
		if (!parts.matches()) {
			throw new AutogenerateException(
					"There is no shadow database beside " + DatabaseInfo.withoutCredentials(url)
							+ ": the URL is not one of PostgreSQL's, jdbc:postgresql://host:port/database",
					PostgresShadows.GIVE_ONE, null);
		}
		String server = parts.group(1);
		String parameters = parts.group(3);
		return new PostgresUrl((server.contains("//") && !server.endsWith("/")) ? server + "/" : server,
				(parameters != null) ? parameters : "");
	}

	/**
	 * Another database of the same server, connected to in the same way.
	 * @param database the name of the database
	 * @return the URL
	 */
	String database(String database) {
		return this.server + URLEncoder.encode(database, StandardCharsets.UTF_8)
				+ (this.parameters.isEmpty() ? "" : "?" + this.parameters);
	}

	/** The server, for people. */
	@Override
	public String toString() {
		String host = this.server.replaceAll("^.*?//|/$", "").replaceAll("^.*@", "");
		return (host.isEmpty() || !this.server.contains("//")) ? "localhost" : host;
	}

}
