package io.soundshare.migrations.engine.failure;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import liquibase.exception.PreconditionErrorException;
import liquibase.exception.PreconditionFailedException;
import liquibase.precondition.CustomPreconditionWrapper;
import liquibase.precondition.Precondition;
import liquibase.precondition.PreconditionLogic;
import liquibase.precondition.core.PreconditionContainer;
import liquibase.precondition.core.SqlPrecondition;
import org.jspecify.annotations.Nullable;

/**
 * Says which precondition it was that does not hold or could not be checked, and why.
 */
public final class PreconditionText {

	private PreconditionText() {
	}

	public static String of(PreconditionFailedException failure) {
		return failure.getFailedPreconditions()
			.stream()
			.map((failed) -> "the precondition " + describe(failed.getPrecondition()) + " does not hold: "
					+ failed.getMessage())
			.collect(Collectors.joining(System.lineSeparator()));
	}

	/** With an {@code onErrorMessage} Liquibase keeps that, and no cause. */
	public static String of(PreconditionErrorException failure) {
		String own = (failure.getCause() == null) ? failure.getMessage() + ": " : "";
		return own + failure.getErrorPreconditions()
			.stream()
			.map((error) -> error(error.getPrecondition(), error.getCause()))
			.collect(Collectors.joining(System.lineSeparator()));
	}

	/**
	 * Of anything else that came out of a check; {@code null} if it came from elsewhere.
	 */
	public static @Nullable String of(@Nullable PreconditionContainer preconditions, Throwable failure) {
		boolean known = LiquibaseErrors.chain(failure)
			.stream()
			.anyMatch((link) -> link instanceof PreconditionFailedException
					|| link instanceof PreconditionErrorException);
		if (preconditions == null || known || !isFrom(PreconditionContainer.class, failure)) {
			return null;
		}
		Precondition culprit = leaves(preconditions).filter((leaf) -> isFrom(leaf.getClass(), failure))
			.findFirst()
			.orElse(preconditions);
		return error(culprit, failure);
	}

	private static String error(Precondition precondition, Throwable cause) {
		Throwable root = LiquibaseErrors.deepest(cause);
		String text = "the precondition " + describe(precondition) + " could not be checked: "
				+ Objects.requireNonNullElse(root.getMessage(), root.toString()).strip();
		return (precondition instanceof SqlPrecondition check && check.getSql() != null)
				? text + System.lineSeparator() + check.getSql().strip() : text;
	}

	private static String describe(Precondition precondition) {
		if (precondition instanceof PreconditionLogic logic) {
			String nested = logic.getNestedPreconditions()
				.stream()
				.map(PreconditionText::describe)
				.collect(Collectors.joining(", "));
			return (precondition instanceof PreconditionContainer) ? nested
					: precondition.getName() + " (" + nested + ")";
		}
		if (precondition instanceof CustomPreconditionWrapper custom) {
			return precondition.getName() + " " + custom.getClassName();
		}
		return (precondition instanceof SqlPrecondition) ? precondition.getName()
				: precondition.getName() + precondition.getSerializableFields()
					.stream()
					.map((field) -> argument(field, precondition.getSerializableFieldValue(field)))
					.collect(Collectors.joining());
	}

	private static String argument(String name, @Nullable Object value) {
		return (value instanceof String || value instanceof Number || value instanceof Boolean)
				? " " + name + "=" + value : "";
	}

	private static Stream<Precondition> leaves(PreconditionLogic logic) {
		return logic.getNestedPreconditions()
			.stream()
			.flatMap((nested) -> (nested instanceof PreconditionLogic inner) ? leaves(inner) : Stream.of(nested));
	}

	private static boolean isFrom(Class<?> type, Throwable failure) {
		return LiquibaseErrors.chain(failure)
			.stream()
			.flatMap((link) -> List.of(link.getStackTrace()).stream())
			.anyMatch((frame) -> frame.getClassName().equals(type.getName()));
	}

}
