package io.soundshare.migrations.engine.mutex;

import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * A lock that only one process has at a time, and that goes with the process that has it,
 * however that ends.
 */
public interface Mutex {

	/**
	 * Take it, if nobody has it. Does not wait, and leaves no transaction open. Others
	 * need not see its holder's name before that is reported.
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
	 * Whether this is what a holder had, so that it is gone if this is free. Only after
	 * somebody has looked or taken it.
	 */
	default boolean isOf(LockHolder holder) {
		return true;
	}

	/**
	 * Whether a holder that had something else is known to be there.
	 */
	default boolean isAlive(LockHolder holder) {
		return false;
	}

	/**
	 * Give it back. Only for its holder.
	 */
	void release() throws DatabaseException;

}
