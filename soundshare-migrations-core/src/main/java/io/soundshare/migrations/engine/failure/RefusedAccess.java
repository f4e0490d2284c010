package io.soundshare.migrations.engine.failure;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.soundshare.migrations.model.DatabaseAccessException;
import io.soundshare.migrations.model.DatabaseInfo;
import org.jspecify.annotations.Nullable;

/**
 * What a driver says of a database that cannot be used, and the way out.
 */
final class RefusedAccess {

	private static final String MISSING_SCHEMA = "Create the schema, or correct what names it: "
			+ "spring.liquibase.default-schema, spring.liquibase.liquibase-schema, or the change set.";

	/** So MySQL's and MariaDB's drivers have it, and nobody else's. */
	private static final Pattern USER_IN_URL = Pattern.compile("jdbc:postgresql://[^/?]*@.*", Pattern.DOTALL);

	private RefusedAccess() {
	}

	/**
	 * Say it.
	 * @param failure what was thrown
	 * @param url the JDBC URL, if it is known
	 */
	static DatabaseAccessException of(Throwable failure, @Nullable String url) {
		String shown = DatabaseInfo.withoutCredentials(url);
		String reason = reason(failure);
		return new DatabaseAccessException(shown, "The database" + ((shown != null) ? " " + shown : "")
				+ " cannot be used: " + LiquibaseErrors.indent(reason), wayOut(failure, reason, url), failure);
	}

	/** PostgreSQL's driver leaves it to the cause to say why an attempt failed. */
	private static String reason(Throwable failure) {
		String reason = failure.getMessage() + "";
		Throwable deepest = LiquibaseErrors.deepest(failure);
		String why = deepest.getMessage() + "";
		if (deepest instanceof UnknownHostException) {
			// With an @ in it, it is a part of a password.
			why = why.contains("@") ? "the URL names no host" : "unknown host " + why;
		}
		boolean more = deepest != failure && deepest.getMessage() != null && !reason.contains(deepest.getMessage());
		return more ? reason.strip().replaceFirst("\\.$", "") + ": " + why : reason;
	}

	private static String wayOut(Throwable failure, String reason, @Nullable String url) {
		if (isMissingSchema(failure)) {
			return MISSING_SCHEMA;
		}
		if (url != null && USER_IN_URL.matcher(url).matches()) {
			return "PostgreSQL's driver knows no user:password@ in a URL: take it out, and set spring.datasource.username "
					+ "and spring.datasource.password.";
		}
		String said = reason.toLowerCase(Locale.ROOT);
		if (said.contains("no suitable driver")) {
			return "Add the JDBC driver of spring.datasource.url to the application's dependencies, or correct the URL.";
		}
		boolean sqlite = (url != null) ? url.startsWith("jdbc:sqlite:") : said.contains("[sqlite_");
		return sqlite ? wayOutOfSqlite(said) : wayOutOfServer(said);
	}

	private static String wayOutOfSqlite(String said) {
		if (said.contains("readonly")) {
			return "Let this process write to the file and to its directory.";
		}
		if (said.contains("not a database")) {
			return "The file is something else than an SQLite database. Correct spring.datasource.url, "
					+ "or move the file away.";
		}
		if (said.contains("locked") || said.contains("busy")) {
			return "Another process is writing. Try again, or raise the driver's busy_timeout.";
		}
		if (said.contains("full")) {
			return "Make room on the disk, then run it again.";
		}
		return "Check that spring.datasource.url names a file, not a directory, in a directory that exists and that "
				+ "this process may read and write.";
	}

	private static String wayOutOfServer(String said) {
		if (said.contains("locked") || said.contains("already in use")) {
			return "Another process has the database open. End it, or use a server.";
		}
		if (said.contains("read-only") || said.contains("readonly")) {
			return "Use a database, and a database user, that may write.";
		}
		if (said.contains("unknown database")
				|| (said.contains("database") && (said.contains("does not exist") || said.contains("not found")))) {
			return "Create the database, or correct its name in spring.datasource.url.";
		}
		if (said.contains("disk full") || said.contains("no space left")) {
			return "Make room on the server's disk, then run it again.";
		}
		return "Check spring.datasource.url, the user and the password, and that the server is up.";
	}

	/** What is to be told of a missing schema, wherever it is met. */
	static String andSchema(Throwable failure, String reason) {
		return isMissingSchema(failure) ? reason + System.lineSeparator() + MISSING_SCHEMA : reason;
	}

	/** So say PostgreSQL and H2, also of what a change set names. */
	private static boolean isMissingSchema(Throwable failure) {
		return LiquibaseErrors.chain(failure)
			.stream()
			.anyMatch((link) -> link instanceof SQLException sql
					&& List.of("3F000", "90079").contains(sql.getSQLState() + ""));
	}

}
