package io.soundshare.migrations.model;

/**
 * Whether everything in a database may be dropped, when somebody asks for it. Whatever
 * drops all of it asks here first.
 */
public enum DestructiveMode {

	/**
	 * Permission to drop everything.
	 */
	ALLOW,

	/**
	 * Refusal, whoever confirms it: the setting of a production profile.
	 */
	REFUSE;

	/**
	 * Make sure that it may.
	 * @param operation what would drop it, for the message
	 * @throws DestructionRefusedException if it may not
	 */
	public void require(String operation) {
		if (this == REFUSE) {
			throw new DestructionRefusedException(operation);
		}
	}

}
