package io.soundshare.migrations.autogenerate.entity;

import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * Hibernate's knowledge of an application's entities.
 *
 * @param metadata the boot metadata, after the session factory was built from it: only
 * then constraints of Bean Validation and the generators are in it
 * @param sessionFactory the session factory, to be closed by whoever has made it
 */
public record MappedEntities(Metadata metadata, SessionFactoryImplementor sessionFactory) implements AutoCloseable {

	/** Close the session factory. */
	@Override
	public void close() {
		this.sessionFactory.close();
	}

}
