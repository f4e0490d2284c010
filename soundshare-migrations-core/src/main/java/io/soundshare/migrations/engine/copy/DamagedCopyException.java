package io.soundshare.migrations.engine.copy;

import java.io.IOException;

/**
 * A copy is no whole one.
 */
public final class DamagedCopyException extends IOException {

	private static final long serialVersionUID = 1;

	/**
	 * Create an exception.
	 * @param damage what is wrong with it, without an end
	 */
	DamagedCopyException(String damage) {
		super(damage);
	}

}
