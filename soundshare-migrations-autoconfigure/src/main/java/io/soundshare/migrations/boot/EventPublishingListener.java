package io.soundshare.migrations.boot;

import io.soundshare.migrations.model.OperationListener;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Result;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes what is heard of operations as {@link MigrationEvent}s.
 */
final class EventPublishingListener implements OperationListener {

	private final ApplicationEventPublisher publisher;

	private final String database;

	EventPublishingListener(ApplicationEventPublisher publisher, String database) {
		this.publisher = publisher;
		this.database = database;
	}

	@Override
	public void begun(Plan plan) {
		this.publisher.publishEvent(new MigrationStartingEvent(this.database, plan));
	}

	@Override
	public void ended(Plan plan, Result result) {
		this.publisher.publishEvent(new MigrationCompletedEvent(this.database, plan, result));
	}

	@Override
	public void failed(Plan plan, RuntimeException failure) {
		this.publisher.publishEvent(new MigrationFailedEvent(this.database, plan, failure));
	}

}
