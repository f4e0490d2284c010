package io.soundshare.migrations.autogenerate;

import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.entity.MappedEntities;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * Boots annotated classes as a Spring Boot application does.
 */
public final class TestEntities {

	private TestEntities() {
	}

	/** With Spring Boot's names. */
	public static MappedEntities boot(DataSource database, Class<?>... entities) {
		return boot(database, Map.of(), entities);
	}

	/** With Spring Boot's names and other settings of Hibernate. */
	public static MappedEntities boot(DataSource database, Map<String, Object> settings, Class<?>... entities) {
		Map<String, Object> all = new HashMap<>();
		all.put(MappingSettings.PHYSICAL_NAMING_STRATEGY, new PhysicalNamingStrategySnakeCaseImpl());
		all.put(MappingSettings.IMPLICIT_NAMING_STRATEGY, new SpringNames());
		all.putAll(settings);
		return standard(database, all, entities);
	}

	/** With Hibernate's own names. */
	public static MappedEntities standard(DataSource database, Map<String, Object> settings, Class<?>... entities) {
		StandardServiceRegistry registry = new StandardServiceRegistryBuilder().enableAutoClose()
			.applySetting(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, database)
			.applySetting(SchemaToolingSettings.HBM2DDL_AUTO, "none")
			.applySettings(settings)
			.build();
		Metadata metadata = new MetadataSources(registry).addAnnotatedClasses(entities).buildMetadata();
		return new MappedEntities(metadata, metadata.buildSessionFactory().unwrap(SessionFactoryImplementor.class));
	}

	/**
	 * The same as SpringImplicitNamingStrategy of spring-boot-hibernate.
	 */
	private static final class SpringNames extends ImplicitNamingStrategyJpaCompliantImpl {

		@Override
		public Identifier determineJoinTableName(ImplicitJoinTableNameSource source) {
			String name = source.getOwningPhysicalTableName() + "_"
					+ source.getAssociationOwningAttributePath().getProperty();
			return toIdentifier(name, source.getBuildingContext());
		}

	}

}
