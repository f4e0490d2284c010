package io.soundshare.migrations.test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.entity.EntityModel;
import io.soundshare.migrations.autogenerate.entity.MappedEntities;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * The entities of an application that boots Hibernate itself.
 */
public final class MappedClasses implements EntityModel {

	private final List<Class<?>> classes;

	private final Map<String, Object> settings = new HashMap<>();

	private MappedClasses(List<Class<?>> classes) {
		this.classes = classes;
	}

	/**
	 * Name them.
	 * @param classes the entities
	 * @return the entities, with Hibernate's own settings
	 */
	public static MappedClasses of(Class<?>... classes) {
		return new MappedClasses(List.of(classes));
	}

	/**
	 * Set what the application sets.
	 * @param name the name of a setting of Hibernate, such as a naming strategy
	 * @param value its value
	 * @return these entities
	 */
	public MappedClasses with(String name, Object value) {
		this.settings.put(name, value);
		return this;
	}

	@Override
	public MappedEntities boot(DataSource database) {
		StandardServiceRegistry registry = new StandardServiceRegistryBuilder().applySettings(this.settings)
			.applySetting(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, database)
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
