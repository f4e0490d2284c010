package io.soundshare.migrations.boot.command;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.ResolvableType;

/**
 * A mere source of beans: all of the application's definitions are there, so that its own
 * DataSource is, but nothing is created unless a command asks for it, nothing is started,
 * and nobody is told of events.
 * <p>
 * Boot's lazy initialisation is not enough for that: it spares scheduled beans, and the
 * framework creates LoadTimeWeaverAware beans early, of which the entity manager factory
 * is one.
 */
final class CommandApplicationContext extends AnnotationConfigApplicationContext {

	@Override
	protected void registerListeners() {
	}

	@Override
	protected void finishBeanFactoryInitialization(ConfigurableListableBeanFactory beanFactory) {
		if (!beanFactory.hasEmbeddedValueResolver()) {
			beanFactory.addEmbeddedValueResolver((text) -> getEnvironment().resolvePlaceholders(text));
		}
		beanFactory.freezeConfiguration();
	}

	@Override
	protected void finishRefresh() {
	}

	@Override
	protected void publishEvent(Object event, @Nullable ResolvableType typeHint) {
	}

}
