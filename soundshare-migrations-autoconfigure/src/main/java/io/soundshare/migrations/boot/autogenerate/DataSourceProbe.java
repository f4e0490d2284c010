package io.soundshare.migrations.boot.autogenerate;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/**
 * Looks at the data source of an entity manager factory, and keeps it from being built.
 */
final class DataSourceProbe implements BeanPostProcessor {

	private final String factoryName;

	private @Nullable DataSource dataSource;

	DataSourceProbe(String factoryName) {
		this.factoryName = factoryName;
	}

	@Nullable DataSource dataSource() {
		return this.dataSource;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (beanName.equals(this.factoryName) && bean instanceof AbstractEntityManagerFactoryBean factory) {
			this.dataSource = factory.getDataSource();
			throw new ProbeCompletedException();
		}
		return bean;
	}

	/**
	 * End of the creation that was only begun to look at it.
	 */
	static final class ProbeCompletedException extends RuntimeException {

		ProbeCompletedException() {
			super("Looked at only", null, false, false);
		}

	}

}
