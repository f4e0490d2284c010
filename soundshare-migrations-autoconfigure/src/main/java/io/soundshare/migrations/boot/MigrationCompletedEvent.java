package io.soundshare.migrations.boot;

import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Result;

/**
 * Event after an operation that went well: all of it is committed, and the lock is free.
 */
public final class MigrationCompletedEvent extends MigrationEvent {

	private static final long serialVersionUID = 1;

	private final transient Result result;

	MigrationCompletedEvent(String database, Plan plan, Result result) {
		super(database, plan);
		this.result = result;
	}

	/**
	 * Return what was done.
	 * @return what the operation returns
	 */
	public Result result() {
		return this.result;
	}

}
