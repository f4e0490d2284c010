package io.soundshare.migrations.boot.autogenerate;

import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import org.hibernate.boot.Metadata;
import org.hibernate.cfg.CacheSettings;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.cfg.PersistenceSettings;
import org.hibernate.cfg.QuerySettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.query.sqm.mutation.internal.temptable.PersistentTableStrategy;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/**
 * Binds an entity manager factory to a database to throw away, just before it is built:
 * whatever the application or Boot has configured is there by then. It is to know the
 * entities and to do nothing: no schema, no listeners, no caches, no threads.
 */
final class ShadowBinding implements BeanPostProcessor {

	private static final Set<String> OTHER_WAYS_TO_CONNECT = Set.of(JdbcSettings.CONNECTION_PROVIDER,
			MultiTenancySettings.MULTI_TENANT_CONNECTION_PROVIDER, "hibernate.connection.url",
			"hibernate.connection.username", "hibernate.connection.password", JdbcSettings.JAKARTA_JDBC_URL,
			JdbcSettings.JAKARTA_JDBC_USER, JdbcSettings.JAKARTA_JDBC_PASSWORD, JdbcSettings.JAKARTA_JTA_DATASOURCE,
			JdbcSettings.JAKARTA_NON_JTA_DATASOURCE);

	/** Hibernate would make a table for each entity where it has no temporary ones. */
	private static final Map<String, Object> SETTINGS = Map.of(PersistentTableStrategy.CREATE_ID_TABLES, "false",
			SchemaToolingSettings.HBM2DDL_AUTO, "none", SchemaToolingSettings.JAKARTA_HBM2DDL_DATABASE_ACTION, "none",
			SchemaToolingSettings.JAKARTA_HBM2DDL_SCRIPTS_ACTION, "none", PersistenceSettings.JPA_CALLBACKS_ENABLED,
			"false", CacheSettings.USE_SECOND_LEVEL_CACHE, "false", CacheSettings.USE_QUERY_CACHE, "false",
			QuerySettings.QUERY_STARTUP_CHECKING, "false", JdbcSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT,
			"false");

	private final String factoryName;

	private final DataSource shadow;

	private final MetadataCapture capture = new MetadataCapture();

	ShadowBinding(String factoryName, DataSource shadow) {
		this.factoryName = factoryName;
		this.shadow = shadow;
	}

	@Nullable Metadata metadata() {
		return this.capture.metadata();
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (beanName.equals(this.factoryName) && bean instanceof AbstractEntityManagerFactoryBean factory) {
			factory.setBootstrapExecutor(null);
			Map<String, Object> properties = factory.getJpaPropertyMap();
			properties.keySet().removeAll(OTHER_WAYS_TO_CONNECT);
			properties.putAll(SETTINGS);
			// Stronger than the data source of the persistence unit, and than the
			// transaction manager's idea of one.
			properties.put("hibernate.connection.datasource", this.shadow);
			this.capture.register(properties, factory.getBeanClassLoader());
		}
		return bean;
	}

}
