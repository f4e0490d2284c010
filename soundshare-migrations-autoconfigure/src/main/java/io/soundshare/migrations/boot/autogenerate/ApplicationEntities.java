package io.soundshare.migrations.boot.autogenerate;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.entity.EntityModel;
import io.soundshare.migrations.autogenerate.entity.MappedEntities;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import org.hibernate.HibernateException;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * The entities of an application, as it configures them itself: its own entity manager
 * factory is created, only against another database. To be used where nothing has created
 * it before, and nothing will use it afterwards.
 */
public final class ApplicationEntities implements EntityModel {

	private final DefaultListableBeanFactory beanFactory;

	private final EntityManagerFactories factories;

	/**
	 * Describe whose entities they are.
	 * @param beanFactory has the application's bean definitions
	 * @param database what people call the database that is migrated
	 * @param migrated its data source
	 * @param single whether the application migrates no other database
	 */
	public ApplicationEntities(DefaultListableBeanFactory beanFactory, String database, DataSource migrated,
			boolean single) {
		this.beanFactory = beanFactory;
		this.factories = new EntityManagerFactories(beanFactory, database, migrated, single);
	}

	@Override
	public MappedEntities boot(DataSource database) {
		String name = this.factories.choose();
		ShadowBinding binding = new ShadowBinding(name, database);
		forget(name);
		this.beanFactory.addBeanPostProcessor(binding);
		try {
			SessionFactoryImplementor sessionFactory = this.beanFactory.getBean(name, EntityManagerFactory.class)
				.unwrap(SessionFactoryImplementor.class);
			Metadata metadata = binding.metadata();
			if (metadata == null) {
				throw new IllegalStateException("Hibernate has told nothing of the session factory of " + name);
			}
			return new MappedEntities(metadata, sessionFactory);
		}
		catch (BeansException ex) {
			forget(name);
			throw translate(name, ex);
		}
		finally {
			this.beanFactory.getBeanPostProcessors().remove(binding);
		}
	}

	/** Closes the one before; the context closes the last one. */
	private void forget(String name) {
		this.beanFactory.destroySingleton(name);
	}

	/**
	 * Say it in our words, if Hibernate refuses the mapping; the rest is Boot's to say.
	 */
	private static RuntimeException translate(String name, BeansException failure) {
		for (@Nullable
		Throwable link = failure; link != null; link = link.getCause()) {
			if (link instanceof HibernateException || link instanceof PersistenceException) {
				Throwable cause = NestedExceptionUtils.getMostSpecificCause(link);
				return new AutogenerateException(
						"Hibernate cannot make the entity manager factory '" + name + "': " + message(cause),
						"Correct the entities. The stack trace is shown with --migrate.verbose.", failure);
			}
		}
		return failure;
	}

	private static String message(Throwable cause) {
		String message = cause.getMessage();
		return (message != null) ? message : cause.toString();
	}

}
