package io.soundshare.migrations.engine.failure;

import java.net.UnknownHostException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.engine.product.Refusal;
import io.soundshare.migrations.model.DatabaseAccessException;
import io.soundshare.migrations.model.DatabaseInfo;
import io.soundshare.migrations.model.Remedy.Kind;
import io.soundshare.migrations.model.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A driver's words of a database that cannot be used, and the way out.
 */
final class RefusedAccess {

	private static final Wording MISSING_SCHEMA = Wording.format(
			"Create the schema, or correct what names it: %s, %s, or the change set.", Kind.DEFAULT_SCHEMA.remedy(),
			Kind.LIQUIBASE_SCHEMA.remedy());

	private RefusedAccess() {
	}

	/**
	 * Say it.
	 * @param failure what was thrown
	 * @param url the JDBC URL, if it is known
	 */
	static DatabaseAccessException of(Throwable failure, @Nullable String url) {
		String shown = DatabaseInfo.withoutCredentials(url);
		return new DatabaseAccessException(shown, Wording.of("The database" + ((shown != null) ? " " + shown : "")
				+ " cannot be used: " + LiquibaseErrors.indent(reason(failure))), wayOut(failure, url), failure);
	}

	/** PostgreSQL's driver leaves it to the cause to say why an attempt failed. */
	private static String reason(Throwable failure) {
		String reason = failure.getMessage() + "";
		Throwable deepest = LiquibaseErrors.deepest(failure);
		String why = deepest.getMessage() + "";
		if (deepest instanceof UnknownHostException) {
			// The message is the host; with an @ in it, it is a part of a password.
			why = why.contains("@") ? "the URL names no host" : "unknown host " + why;
		}
		boolean more = deepest != failure && deepest.getMessage() != null && !reason.contains(deepest.getMessage());
		return more ? reason.strip().replaceFirst("\\.$", "") + ": " + why : reason;
	}

	private static Wording wayOut(Throwable failure, @Nullable String url) {
		if (hasNoDriver(failure)) {
			return Wording.format("Add the JDBC driver of %s to the application's dependencies, or correct the URL.",
					Kind.URL.remedy());
		}
		return switch (refusal(failure, url)) {
			case NO_SCHEMA -> MISSING_SCHEMA;
			case USER_IN_URL ->
				Wording.format("PostgreSQL's driver knows no user:password@ in a URL: take it out, and set %s and %s.",
						Kind.USERNAME.remedy(), Kind.PASSWORD.remedy());
			case FILE_READ_ONLY -> Wording.of("Let this process write to the file and to its directory.");
			case FILE_FOREIGN ->
				Wording.format("The file is something else than an SQLite database. Correct %s, or move the file away.",
						Kind.URL.remedy());
			case FILE_BUSY -> Wording.of("Another process is writing. Try again, or raise the driver's busy_timeout.");
			case FILE_FULL -> Wording.of("Make room on the disk, then run it again.");
			case FILE_UNUSABLE ->
				Wording.format("Check that %s names a file, not a directory, in a directory that exists and that this "
						+ "process may read and write.", Kind.URL.remedy());
			case IN_USE -> Wording.of("Another process has the database open. End it, or use a server.");
			case READ_ONLY -> Wording.of("Use a database, and a database user, that may write.");
			case NO_DATABASE -> Wording.format("Create the database, or correct its name in %s.", Kind.URL.remedy());
			case DISK_FULL -> Wording.of("Make room on the server's disk, then run it again.");
			case UNREACHABLE ->
				Wording.format("Check %s, the user and the password, and that the server is up.", Kind.URL.remedy());
		};
	}

	/**
	 * Find the refusal: whatever the driver, a pool or Liquibase has thrown, one of the
	 * causes has the code.
	 */
	private static Refusal refusal(Throwable failure, @Nullable String url) {
		DatabaseProduct product = DatabaseProduct.ofUrl(url);
		return refusals(failure).map(product::refusal)
			.filter(Objects::nonNull)
			.findFirst()
			.orElseGet(() -> product.unexplainedRefusal(url));
	}

	/** The driver manager has no code of its own: 08001 is also said by drivers. */
	private static boolean hasNoDriver(Throwable failure) {
		return refusals(failure)
			.anyMatch((refused) -> "08001".equals(refused.getSQLState()) && Stream.of(refused.getStackTrace())
				.limit(1)
				.anyMatch((frame) -> frame.getClassName().equals(DriverManager.class.getName())));
	}

	/**
	 * The way out of a missing schema, wherever it is met; {@code null} if it is there.
	 */
	static @Nullable Wording missingSchema(Throwable failure) {
		return refusals(failure).anyMatch(DatabaseProduct::isMissingSchema) ? MISSING_SCHEMA : null;
	}

	/** The way out of a full disk, wherever it is met; {@code null} if it is not. */
	static @Nullable Wording fullDisk(Throwable failure, boolean atomic) {
		return refusals(failure).anyMatch(DatabaseProduct::isDiskFull)
				? Wording
					.of("Make room on the disk." + (atomic ? " The database is as it was before this revision." : ""))
				: null;
	}

	private static Stream<SQLException> refusals(Throwable failure) {
		return LiquibaseErrors.chain(failure)
			.stream()
			.filter(SQLException.class::isInstance)
			.map(SQLException.class::cast);
	}

}
