package io.soundshare.migrations.model;

import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Stands for an exception whose message has a secret in it: whoever logs a failure logs
 * its causes too. Where there is none, the cause stays what it is.
 */
public final class HiddenCause extends Exception {

	private final String type;

	private HiddenCause(String type, @Nullable String message) {
		super(message);
		this.type = type;
	}

	public static @Nullable Throwable of(@Nullable Throwable cause, UnaryOperator<String> secrets) {
		return new Copy(secrets).of(cause);
	}

	@Override
	@SuppressWarnings("OverrideThrowableToString")
	public String toString() {
		String message = getMessage();
		return (message != null) ? this.type + ": " + message : this.type;
	}

	/**
	 * A copy of one chain of causes.
	 */
	private static final class Copy {

		private final UnaryOperator<String> secrets;

		private final Map<Throwable, Boolean> seen = new IdentityHashMap<>();

		private final Map<Throwable, Throwable> copies = new IdentityHashMap<>();

		Copy(UnaryOperator<String> secrets) {
			this.secrets = secrets;
		}

		@Nullable Throwable of(@Nullable Throwable cause) {
			if (cause == null) {
				return null;
			}
			if (cause instanceof MigrationException known) {
				known.hide(this.secrets);
				return known;
			}
			this.seen.clear();
			return tells(cause) ? copy(cause) : cause;
		}

		private boolean tells(@Nullable Throwable failure) {
			if (failure == null || this.seen.put(failure, true) != null) {
				return false;
			}
			boolean tells = !text(failure.toString()).equals(failure.toString()) || tells(failure.getCause())
					|| (failure instanceof SQLException sql && tells(sql.getNextException()));
			for (Throwable suppressed : failure.getSuppressed()) {
				tells |= tells(suppressed);
			}
			return tells;
		}

		private Throwable copy(Throwable failure) {
			Throwable known = this.copies.get(failure);
			if (known != null) {
				return known;
			}
			String message = (failure.getMessage() != null) ? text(failure.getMessage()) : null;
			Throwable copy = (failure instanceof SQLException sql)
					? new SQLException(message, sql.getSQLState(), sql.getErrorCode())
					: new HiddenCause(failure.getClass().getName(), message);
			this.copies.put(failure, copy);
			copy.setStackTrace(failure.getStackTrace());
			if (failure.getCause() != null) {
				copy.initCause(copy(failure.getCause()));
			}
			if (failure instanceof SQLException sql && sql.getNextException() != null
					&& copy(sql.getNextException()) instanceof SQLException next) {
				((SQLException) copy).setNextException(next);
			}
			for (Throwable suppressed : failure.getSuppressed()) {
				copy.addSuppressed(copy(suppressed));
			}
			return copy;
		}

		private String text(String text) {
			return this.secrets.apply(text);
		}

	}

}
