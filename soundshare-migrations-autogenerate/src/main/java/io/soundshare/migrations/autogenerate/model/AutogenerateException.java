package io.soundshare.migrations.autogenerate.model;

import io.soundshare.migrations.model.ErrorCode;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Entities, changelog and database cannot be compared.
 */
public final class AutogenerateException extends MigrationException {

	/**
	 * Make one.
	 * @param problem what is wrong with which thing
	 * @param wayOut what the reader can do about it
	 * @param cause why, if something else has failed
	 */
	public AutogenerateException(String problem, String wayOut, @Nullable Throwable cause) {
		super(problem, wayOut, cause);
	}

	/**
	 * Create one that advises calls or settings.
	 * @param problem what is wrong, in one or more lines
	 * @param wayOut what the reader can do about it
	 * @param cause what it comes of, if that tells more
	 */
	public AutogenerateException(String problem, Wording wayOut, @Nullable Throwable cause) {
		super(Wording.of(problem), wayOut, cause);
	}

	@Override
	public ErrorCode code() {
		return ErrorCode.AUTOGENERATE;
	}

}
