package io.soundshare.migrations.boot;

import io.soundshare.migrations.model.Plan;

/**
 * Event before an operation: the lock is held, and nothing was run yet. If a listener
 * throws, nothing runs.
 */
public final class MigrationStartingEvent extends MigrationEvent {

	private static final long serialVersionUID = 1;

	MigrationStartingEvent(String database, Plan plan) {
		super(database, plan);
	}

}
