package io.soundshare.migrations.model;

import java.time.Duration;

/**
 * News of a copy that takes longer than a second.
 *
 * @param kind what is done with it
 * @param name its name; that of the database for a rehearsal
 * @param bytes how many bytes are written, 0 where that cannot be told
 * @param total how many bytes it has at most
 * @param took how long it has taken by now
 * @param done whether this is the end, and all went well
 */
public record CopyProgress(Kind kind, String name, long bytes, long total, Duration took, boolean done) {

	/**
	 * What is done with a copy.
	 */
	public enum Kind {

		/**
		 * It is made.
		 */
		BACKUP,

		/**
		 * All of it is looked at.
		 */
		VERIFICATION,

		/**
		 * It is put in the place of the database.
		 */
		RESTORATION,

		/**
		 * It is made to try things out on.
		 */
		REHEARSAL

	}

}
