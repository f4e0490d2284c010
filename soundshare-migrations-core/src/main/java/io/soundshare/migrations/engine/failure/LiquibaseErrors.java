package io.soundshare.migrations.engine.failure;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.engine.recording.UnrecordableException;
import io.soundshare.migrations.model.DatabaseAccessException;
import io.soundshare.migrations.model.InvalidChangelogException;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Remedy.Kind;
import io.soundshare.migrations.model.Wording;
import liquibase.exception.ChangeLogParseException;
import liquibase.exception.MigrationFailedException;
import liquibase.exception.PreconditionErrorException;
import liquibase.exception.PreconditionFailedException;
import liquibase.exception.RollbackFailedException;
import liquibase.exception.ValidationFailedException;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Turns what Liquibase and the driver throw into a {@link MigrationException}.
 */
public final class LiquibaseErrors {

	/**
	 * Liquibase (5.0.4) throws the same type at a file that is not there and at one that
	 * cannot be read: only the text tells.
	 */
	private static final Pattern MISSING = Pattern
		.compile("(?i)does not exist|was not found|cannot be found|could not find");

	private static final Pattern WRAPPED = Pattern.compile("^(?:[a-z]\\w*\\.)+[A-Z]\\w*(?:Exception|Error): ");

	private static final Pattern FAILED_SQL = Pattern.compile("\\[Failed SQL: (?:\\(-?\\d+\\) )?(.*)]", Pattern.DOTALL);

	private final String changelog;

	private final PathPrefix prefixes;

	public LiquibaseErrors(String changelog, ResourceAccessor resources) {
		this.changelog = changelog;
		this.prefixes = new PathPrefix(resources);
	}

	public MigrationException translate(Throwable failure, @Nullable String url) {
		List<Throwable> chain = chain(failure);
		for (Throwable link : chain) {
			if (link instanceof MigrationException known) {
				return known;
			}
			if (link instanceof ValidationFailedException invalid) {
				return new InvalidChangelogException(this.changelog,
						"The changelog " + this.changelog + " is not valid:" + System.lineSeparator() + "  "
								+ indent(invalid.getMessage() + ""),
						this.prefixes.hint(invalid.getMessage() + "")
								+ "Mend the change sets named above. Nothing was run.",
						failure);
			}
		}
		for (int i = chain.size() - 1; i >= 0; i--) {
			if (chain.get(i) instanceof ChangeLogParseException broken) {
				return unreadable(broken, chain.get(chain.size() - 1));
			}
		}
		for (Throwable link : chain) {
			if (link instanceof SQLException refused) {
				return RefusedAccess.of(refused, url);
			}
		}
		return unreadable(failure, chain.get(chain.size() - 1));
	}

	/** A pool that cannot be started throws what it likes. */
	public DatabaseAccessException unreachable(Exception failure, @Nullable String url) {
		SQLException refused = null;
		for (Throwable link : chain(failure)) {
			refused = (link instanceof SQLException sql) ? sql : refused;
		}
		return RefusedAccess.of((refused != null) ? refused : failure, url);
	}

	/**
	 * The way out, where more than the change set can be to blame; otherwise
	 * {@code null}.
	 * @param atomic whether all that a revision had done by then was taken back
	 */
	public static @Nullable Wording wayOut(Throwable failure, boolean atomic) {
		if (chain(failure).stream().anyMatch(UnrecordableException.class::isInstance)) {
			return Wording.format("Mend what that says, or apply it without a record: %s.",
					Kind.RECORD_UNDO.of("false"));
		}
		Wording full = RefusedAccess.fullDisk(failure, atomic);
		return (full != null) ? full : RefusedAccess.missingSchema(failure);
	}

	/** Whether a disk is full, for which no change set is to blame. */
	public static boolean isDiskFull(Throwable failure) {
		return RefusedAccess.fullDisk(failure, false) != null;
	}

	/** The words of the driver, and the statement they are about. */
	public static String reason(Throwable failure) {
		String reason = placed(failure);
		for (Throwable link : chain(failure)) {
			if (link instanceof PreconditionFailedException precondition) {
				return PreconditionText.of(precondition);
			}
			if (link instanceof PreconditionErrorException precondition) {
				return PreconditionText.of(precondition);
			}
			Matcher sql = FAILED_SQL.matcher(link.getMessage() + "");
			if (sql.find() && !reason.contains(sql.group(1))) {
				return reason + System.lineSeparator() + sql.group(1).strip();
			}
		}
		return reason;
	}

	/**
	 * What the deepest cause says, in the words of whoever says more than it does: the
	 * place in a file, for one. Liquibase's wrappers say which change set it was, which
	 * is said anyway, and drivers repeat the statement.
	 */
	private static String placed(Throwable failure) {
		List<Throwable> chain = chain(failure);
		String deepest = chain.get(chain.size() - 1).getMessage() + "";
		int first = 0;
		for (int i = 0; i < chain.size(); i++) {
			boolean ofChangeSet = chain.get(i) instanceof MigrationFailedException
					|| chain.get(i) instanceof RollbackFailedException;
			first = ofChangeSet ? i + 1 : first;
		}
		for (int i = first; i < chain.size() - 1; i++) {
			String said = said(chain.get(i));
			boolean more = said.contains(deepest) && !said.equals(said(chain.get(i + 1)));
			if (more && !(chain.get(i) instanceof SQLException)) {
				return said;
			}
		}
		return deepest;
	}

	private static String said(Throwable link) {
		return withoutClassNames(FAILED_SQL.matcher(link.getMessage() + "").replaceFirst("").strip());
	}

	private InvalidChangelogException unreadable(Throwable failure, Throwable root) {
		String reason = withoutClassNames(failure.getMessage() + "");
		String rootReason = withoutClassNames(root.getMessage() + "");
		if (!reason.contains(rootReason.lines().findFirst().orElse(""))) {
			reason = reason + ": " + rootReason;
		}
		boolean missing = MISSING.matcher(reason).find();
		Set<String> undefined = ParameterExpressions.named(reason);
		boolean named = reason.contains(this.changelog.replaceFirst("^classpath:/*", ""));
		return new InvalidChangelogException(this.changelog,
				(missing ? "The changelog, or a file it needs, is missing: "
						: "The changelog" + (named ? "" : " " + this.changelog) + " cannot be read: ") + indent(reason),
				!undefined.isEmpty() ? ParameterExpressions.wayOut(undefined)
						: missing
								? Wording.format(
										"%sCreate the file, or correct its path: %s for the root changelog, "
												+ "else the include that names it.",
										this.prefixes.hint(reason), Kind.CHANGE_LOG.remedy())
								: Wording.of("Mend the file named above. Nothing was run."),
				failure);
	}

	public static String indent(String text) {
		return text.strip().replaceAll("\\R\\s*", System.lineSeparator() + "  ");
	}

	private static String withoutClassNames(String message) {
		Matcher matcher = WRAPPED.matcher(message);
		return matcher.find() ? withoutClassNames(message.substring(matcher.end())) : message;
	}

	public static Throwable deepest(Throwable failure) {
		List<Throwable> chain = chain(failure);
		return chain.get(chain.size() - 1);
	}

	/** Whether that is all there is to it: what failed was not more than a look. */
	public boolean isKeptOut(Throwable failure) {
		return isBusy(failure) && chain(failure).stream().noneMatch(MigrationException.class::isInstance);
	}

	/** Whether the database has let nobody in, after the driver's busy_timeout. */
	public static boolean isBusy(Throwable failure) {
		return chain(failure).stream()
			.anyMatch((link) -> link instanceof SQLException refused && DatabaseProduct.isBusy(refused));
	}

	public static List<Throwable> chain(Throwable failure) {
		List<Throwable> chain = new ArrayList<>();
		for (Throwable link = failure; link != null && !chain.contains(link); link = link.getCause()) {
			chain.add(link);
		}
		return chain;
	}

}
