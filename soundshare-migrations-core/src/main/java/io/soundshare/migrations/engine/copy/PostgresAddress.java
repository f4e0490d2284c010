package io.soundshare.migrations.engine.copy;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The address of a server, as PostgreSQL's JDBC driver has it and as its own tools have
 * it (jdbc.postgresql.org/documentation/use, postgresql.org/docs/current/libpq-connect).
 *
 * @param hosts the hosts with their ports
 * @param parameters the parameters of the JDBC URL
 */
record PostgresAddress(List<String> hosts, Map<String, String> parameters) {

	private static final String PREFIX = "jdbc:postgresql:";

	private static final int PORT = 5432;

	/** What is called the same, and has the same values. */
	private static final List<String> SHARED = List.of("sslmode", "sslrootcert");

	static boolean isIn(String url) {
		return url.startsWith(PREFIX);
	}

	static PostgresAddress of(String url) {
		String address = url.substring(PREFIX.length());
		int question = address.indexOf('?');
		String place = (question >= 0) ? address.substring(0, question) : address;
		List<String> hosts = new ArrayList<>();
		if (place.startsWith("//")) {
			int slash = place.indexOf('/', 2);
			String all = place.substring(2, (slash >= 0) ? slash : place.length());
			Arrays.stream(all.split(",")).map(PostgresAddress::host).forEach(hosts::add);
		}
		else {
			hosts.add(host(""));
		}
		return new PostgresAddress(List.copyOf(hosts),
				parameters((question >= 0) ? address.substring(question + 1) : ""));
	}

	/** The URL of another database on the same server. */
	static String url(String url, String database) {
		String address = url.substring(PREFIX.length());
		int question = address.indexOf('?');
		String place = (question >= 0) ? address.substring(0, question) : address;
		int slash = place.indexOf('/', 2);
		String hosts = place.startsWith("//") ? place.substring(0, (slash >= 0) ? slash : place.length()) + "/" : "";
		return PREFIX + hosts + encoded(database) + ((question >= 0) ? address.substring(question) : "");
	}

	/** The same with parameters that the URL does not have. */
	PostgresAddress and(Map<String, String> others) {
		Map<String, String> all = new LinkedHashMap<>(others);
		all.putAll(this.parameters);
		return new PostgresAddress(this.hosts, all);
	}

	private static String host(String text) {
		int colon = text.lastIndexOf(':');
		boolean hasPort = colon > text.lastIndexOf(']');
		String name = hasPort ? text.substring(0, colon) : text;
		String port = hasPort ? text.substring(colon + 1) : "";
		String shown = name.startsWith("[") ? name : encoded(name.isEmpty() ? "localhost" : name);
		return shown + ':' + (port.isEmpty() ? String.valueOf(PORT) : port);
	}

	private static Map<String, String> parameters(String query) {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String parameter : query.split("&")) {
			int equal = parameter.indexOf('=');
			if (equal > 0) {
				parameters.put(parameter.substring(0, equal),
						URLDecoder.decode(parameter.substring(equal + 1), StandardCharsets.UTF_8));
			}
		}
		return parameters;
	}

	@Nullable String user() {
		return this.parameters.get("user");
	}

	@Nullable String password() {
		return this.parameters.get("password");
	}

	/**
	 * The address for the tools, without a password. It is in ASCII, which reaches them
	 * whatever the locale of this process is.
	 */
	String uri(String database, @Nullable String user) {
		StringBuilder uri = new StringBuilder("postgresql://");
		if (user != null) {
			uri.append(encoded(user)).append('@');
		}
		uri.append(String.join(",", this.hosts)).append('/').append(encoded(database)).append("?connect_timeout=30");
		Map<String, String> shared = new LinkedHashMap<>(this.parameters);
		if (isTrue(shared.get("ssl"))) {
			shared.putIfAbsent("sslmode", "verify-full");
		}
		SHARED.stream()
			.filter(shared::containsKey)
			.forEach((name) -> uri.append('&').append(name).append('=').append(encoded(shared.get(name) + "")));
		if (List.of("primary", "master").contains(this.parameters.getOrDefault("targetServerType", ""))) {
			uri.append("&target_session_attrs=read-write");
		}
		return uri.toString();
	}

	private static boolean isTrue(@Nullable String value) {
		return value != null && (value.isEmpty() || value.equalsIgnoreCase("true"));
	}

	static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
	}

	@Override
	public String toString() {
		return "PostgresAddress" + this.hosts;
	}

}
