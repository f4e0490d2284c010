package io.soundshare.migrations;

import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * What only one process has at a time, and what goes with the process that has it,
 * however that ends.
 */
interface Mutex {

	/**
	 * Take it, if nobody has it. Does not wait, and leaves no transaction open.
	 * @param holder how its holder wants to be called
	 * @return whether it was taken
	 */
	boolean tryTake(String holder) throws DatabaseException;

	/**
	 * Say how far the holder is. Only for its holder.
	 * @param holder how its holder wants to be called now
	 */
	void report(String holder) throws DatabaseException;

	/**
	 * Whether others see how its holder wants to be called; else the lock's row has to
	 * tell.
	 */
	default boolean tellsName() {
		return true;
	}

	/**
	 * Look who has it, without getting in anybody's way.
	 * @return the holder, {@code null} if it is free
	 */
	@Nullable String holder() throws DatabaseException;

	/**
	 * Give it back. Only for its holder.
	 */
	void release() throws DatabaseException;

}
