package io.soundshare.migrations.autogenerate.models;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.entity.EntityModel;
import io.soundshare.migrations.autogenerate.entity.MappedEntities;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.engine.spi.SessionFactoryImplementor;

import org.springframework.boot.hibernate.SpringImplicitNamingStrategy;

/**
 * Annotated classes, named as Spring Boot names them.
 *
 * @param classes the classes
 * @param settings what Hibernate is told besides
 */
public record AnnotatedClasses(List<Class<?>> classes, Map<String, Object> settings) implements EntityModel {

	/**
	 * Classes that need no other settings.
	 * @param classes the classes
	 */
	public AnnotatedClasses(Collection<Class<?>> classes) {
		this(List.copyOf(classes), Map.of());
	}

	/**
	 * Classes that are booted often, without Envers, Bean Validation and tables of
	 * Hibernate's own.
	 * @param classes the classes
	 * @return how to boot them
	 */
	public static AnnotatedClasses plain(Collection<Class<?>> classes) {
		return new AnnotatedClasses(classes).with("hibernate.integration.envers.enabled", false)
			.with("jakarta.persistence.validation.mode", "none")
			.with("hibernate.query.mutation_strategy.persistent.create_tables", false);
	}

	/**
	 * Set something more.
	 * @param name the name of a setting of Hibernate
	 * @param value its value
	 * @return the same classes
	 */
	public AnnotatedClasses with(String name, Object value) {
		Map<String, Object> settings = new TreeMap<>(this.settings);
		settings.put(name, value);
		return new AnnotatedClasses(this.classes, settings);
	}

	@Override
	public MappedEntities boot(DataSource database) {
		StandardServiceRegistry registry = registry(database);
		try {
			Metadata metadata = metadata(registry);
			return new MappedEntities(metadata, (SessionFactoryImplementor) metadata.buildSessionFactory());
		}
		catch (RuntimeException ex) {
			StandardServiceRegistryBuilder.destroy(registry);
			throw ex;
		}
	}

	/**
	 * Map the classes, which takes a third of the time of booting them.
	 * @param database a database of the product
	 */
	public void map(DataSource database) {
		StandardServiceRegistry registry = registry(database);
		try {
			metadata(registry);
		}
		finally {
			StandardServiceRegistryBuilder.destroy(registry);
		}
	}

	private Metadata metadata(StandardServiceRegistry registry) {
		MetadataSources sources = new MetadataSources(registry);
		this.classes.forEach(sources::addAnnotatedClass);
		return sources.buildMetadata();
	}

	private StandardServiceRegistry registry(DataSource database) {
		BootstrapServiceRegistry bootstrap = new BootstrapServiceRegistryBuilder()
			.applyClassLoaderService(new KnownServices(
					this.classes.stream().<ClassLoader>map(Class::getClassLoader).distinct().toList()))
			.build();
		return new StandardServiceRegistryBuilder(bootstrap).applySetting("hibernate.connection.datasource", database)
			.applySetting("hibernate.implicit_naming_strategy", SpringImplicitNamingStrategy.class.getName())
			.applySetting("hibernate.physical_naming_strategy", PhysicalNamingStrategySnakeCaseImpl.class.getName())
			.applySettings(this.settings)
			.build();
	}

}
