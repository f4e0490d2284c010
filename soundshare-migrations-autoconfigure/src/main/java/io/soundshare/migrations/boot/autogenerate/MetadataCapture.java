package io.soundshare.migrations.boot.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.jpa.boot.spi.JpaSettings;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;

/**
 * Keeps what Hibernate has a session factory built from: no session factory tells.
 */
final class MetadataCapture implements Integrator {

	private @Nullable Metadata metadata;

	@Nullable Metadata metadata() {
		return this.metadata;
	}

	/** Let Hibernate know of this one, beside those the application has. */
	void register(Map<String, Object> properties, @Nullable ClassLoader classLoader) {
		IntegratorProvider own = provider(properties.get(JpaSettings.INTEGRATOR_PROVIDER), classLoader);
		properties.put(JpaSettings.INTEGRATOR_PROVIDER, (IntegratorProvider) () -> {
			List<Integrator> integrators = new ArrayList<>((own != null) ? own.getIntegrators() : List.of());
			integrators.add(this);
			return integrators;
		});
	}

	/** An object, a class or its name, as Hibernate takes them. */
	private static @Nullable IntegratorProvider provider(@Nullable Object setting, @Nullable ClassLoader classLoader) {
		if (setting == null || setting instanceof IntegratorProvider) {
			return (IntegratorProvider) setting;
		}
		Class<?> type = (setting instanceof Class<?> named) ? named
				: ClassUtils.resolveClassName(setting.toString(), classLoader);
		return (IntegratorProvider) BeanUtils.instantiateClass(type);
	}

	@Override
	public void integrate(Metadata metadata, BootstrapContext bootstrapContext,
			SessionFactoryImplementor sessionFactory) {
		this.metadata = metadata;
	}

	@Override
	public void disintegrate(SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry serviceRegistry) {
	}

}
