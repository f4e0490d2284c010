package io.soundshare.migrations.boot;

import io.soundshare.migrations.model.Plan;

import org.springframework.context.ApplicationEvent;

/**
 * Event of an operation on a database that has something to do, published in its thread.
 * What happens while the application starts is heard by {@code ApplicationListener}
 * beans, which must not need the schema; {@code @EventListener} methods hear what happens
 * after the start. The source is the name of the bean that migrates the database.
 */
public abstract sealed class MigrationEvent extends ApplicationEvent
		permits MigrationStartingEvent, MigrationCompletedEvent, MigrationFailedEvent {

	private static final long serialVersionUID = 1;

	private final transient Plan plan;

	MigrationEvent(String database, Plan plan) {
		super(database);
		this.plan = plan;
	}

	/**
	 * Return which database.
	 * @return the name of the bean that migrates it
	 */
	public final String database() {
		return (String) getSource();
	}

	/**
	 * Return what was to be done.
	 * @return the plan, with at least one step
	 */
	public final Plan plan() {
		return this.plan;
	}

}
