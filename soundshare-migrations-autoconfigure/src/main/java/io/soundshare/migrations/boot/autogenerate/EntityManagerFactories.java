package io.soundshare.migrations.boot.autogenerate;

import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.secret.DataSourceUrl;
import jakarta.persistence.EntityManagerFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/**
 * Finds the entity manager factory of a database among those of an application.
 */
final class EntityManagerFactories {

	private static final String OR_EMPTY = " Or write the revision by hand: --migrate.empty.";

	private final DefaultListableBeanFactory beanFactory;

	private final String database;

	private final DataSource migrated;

	private final boolean single;

	EntityManagerFactories(DefaultListableBeanFactory beanFactory, String database, DataSource migrated,
			boolean single) {
		this.beanFactory = beanFactory;
		this.database = database;
		this.migrated = migrated;
		this.single = single;
	}

	/**
	 * Choose the one whose data source is migrated. The only one there is is meant also
	 * if the migrations have a data source of their own.
	 */
	String choose() {
		List<String> names = names();
		if (names.isEmpty()) {
			throw none();
		}
		names.forEach(this::releaseFromInitializers);
		if (names.size() == 1 && this.single) {
			return names.get(0);
		}
		List<String> fitting = names.stream().filter(this::isOfThisDatabase).toList();
		if (fitting.isEmpty()) {
			throw new AutogenerateException(
					"No entity manager factory uses the database '" + this.database + "'. There is: "
							+ String.join(", ", names) + ".",
					"Give the entity manager factory and the migrations the same DataSource." + OR_EMPTY, null);
		}
		if (fitting.size() > 1) {
			throw new AutogenerateException(
					"Several entity manager factories use the database '" + this.database + "': "
							+ String.join(", ", fitting) + ".",
					"Let one of them have all entities of the database." + OR_EMPTY, null);
		}
		return fitting.get(0);
	}

	private List<String> names() {
		return Stream.of(this.beanFactory.getBeanNamesForType(AbstractEntityManagerFactoryBean.class, true, false))
			.map(BeanFactoryUtils::transformedBeanName)
			.filter(this.beanFactory::containsBeanDefinition)
			.toList();
	}

	private AutogenerateException none() {
		String[] own = this.beanFactory.getBeanNamesForType(EntityManagerFactory.class, true, false);
		if (own.length != 0) {
			return new AutogenerateException(
					"The entity manager factory '" + own[0] + "' cannot be bound to another database: the "
							+ "application makes it itself.",
					"Declare a LocalContainerEntityManagerFactoryBean instead." + OR_EMPTY, null);
		}
		return new AutogenerateException("This application has no entity manager factory, so there are no entities.",
				"Have a DataSource and JPA's auto-configuration, or a LocalContainerEntityManagerFactoryBean."
						+ OR_EMPTY,
				null);
	}

	private boolean isOfThisDatabase(String name) {
		DataSource dataSource = dataSource(name);
		return dataSource != null && DataSourceUrl.isSame(dataSource, this.migrated);
	}

	/**
	 * Find its data source. Its definition does not tell, so it is begun, and given up
	 * before it is built.
	 */
	private @Nullable DataSource dataSource(String name) {
		DataSourceProbe probe = new DataSourceProbe(name);
		this.beanFactory.addBeanPostProcessor(probe);
		try {
			return this.beanFactory
				.getBean(BeanFactory.FACTORY_BEAN_PREFIX + name, AbstractEntityManagerFactoryBean.class)
				.getDataSource();
		}
		catch (BeanCreationException ex) {
			if (ex.contains(DataSourceProbe.ProbeCompletedException.class)) {
				return probe.dataSource();
			}
			throw ex;
		}
		finally {
			this.beanFactory.getBeanPostProcessors().remove(probe);
		}
	}

	/**
	 * Boot lets an entity manager factory wait for whatever initialises the application's
	 * database, which nothing may touch now. What is frozen is merged already.
	 */
	private void releaseFromInitializers(String name) {
		this.beanFactory.getBeanDefinition(name).setDependsOn((String[]) null);
		if (this.beanFactory.getMergedBeanDefinition(name) instanceof AbstractBeanDefinition merged) {
			merged.setDependsOn((String[]) null);
		}
	}

}
