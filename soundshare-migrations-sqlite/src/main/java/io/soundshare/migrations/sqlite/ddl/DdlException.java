package io.soundshare.migrations.sqlite.ddl;

/**
 * A text that is not what it should be, or an edit that its table does not allow. The
 * message names the table and the place.
 */
public final class DdlException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	DdlException(String message) {
		super(message);
	}

}
