package io.soundshare.migrations.autogenerate.models;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.EntityModel;
import io.soundshare.migrations.autogenerate.MappedEntities;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
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
		BootstrapServiceRegistryBuilder bootstrap = new BootstrapServiceRegistryBuilder();
		this.classes.stream().map(Class::getClassLoader).distinct().forEach(bootstrap::applyClassLoader);
		StandardServiceRegistry registry = new StandardServiceRegistryBuilder(bootstrap.build())
			.applySetting("hibernate.connection.datasource", database)
			.applySetting("hibernate.implicit_naming_strategy", SpringImplicitNamingStrategy.class.getName())
			.applySetting("hibernate.physical_naming_strategy", PhysicalNamingStrategySnakeCaseImpl.class.getName())
			.applySettings(this.settings)
			.build();
		try {
			MetadataSources sources = new MetadataSources(registry);
			this.classes.forEach(sources::addAnnotatedClass);
			Metadata metadata = sources.buildMetadata();
			return new MappedEntities(metadata, (SessionFactoryImplementor) metadata.buildSessionFactory());
		}
		catch (RuntimeException ex) {
			StandardServiceRegistryBuilder.destroy(registry);
			throw ex;
		}
	}

}
