package io.soundshare.migrations.boot;

import io.soundshare.migrations.model.Plan;

/**
 * Event after an operation that failed: the lock is free. What was committed before the
 * failure stays.
 */
public final class MigrationFailedEvent extends MigrationEvent {

	private static final long serialVersionUID = 1;

	private final transient RuntimeException failure;

	MigrationFailedEvent(String database, Plan plan, RuntimeException failure) {
		super(database, plan);
		this.failure = failure;
	}

	/**
	 * Return why.
	 * @return what the operation throws, without secrets
	 */
	public RuntimeException failure() {
		return this.failure;
	}

}
