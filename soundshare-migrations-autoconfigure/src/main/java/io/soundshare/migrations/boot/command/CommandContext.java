package io.soundshare.migrations.boot.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/**
 * Turns an application context into a mere source of beans: all of the application's
 * definitions are there, so that its own DataSource is, and nothing is created, started
 * or told of events unless a command asks for it.
 */
final class CommandContext {

	private static final String ALWAYS = "migrateCommand";

	private static final String LOGGING = "migrateCommandLogging";

	private CommandContext() {
	}

	static void prepare(ConfigurableEnvironment environment, boolean verbose) {
		Map<String, Object> always = new LinkedHashMap<>();
		always.put("spring.main.web-application-type", "none");
		always.put("spring.main.banner-mode", "off");
		always.put("spring.main.log-startup-info", "false");
		always.put("spring.main.keep-alive", "false");
		always.put("soundshare.migrations.startup", "none");
		MutablePropertySources sources = environment.getPropertySources();
		sources.addFirst(new MapPropertySource(ALWAYS, always));
		if (!verbose) {
			MapPropertySource logging = new MapPropertySource(LOGGING, Map.of("logging.level.root", "warn"));
			String arguments = CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME;
			sources.addAfter(sources.contains(arguments) ? arguments : ALWAYS, logging);
		}
	}

	static void isolate(ConfigurableApplicationContext context) {
		ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
		beanFactory.registerSingleton(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, new NoLifecycle());
		beanFactory.registerSingleton(AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME,
				new NoEvents());
		// Not Boot's lazy initialisation, which spares scheduled beans and @Lazy(false).
		context.addBeanFactoryPostProcessor((factory) -> {
			for (String name : factory.getBeanDefinitionNames()) {
				factory.getBeanDefinition(name).setLazyInit(true);
			}
		});
	}

	/**
	 * Starts nothing.
	 */
	private static final class NoLifecycle implements LifecycleProcessor {

		@Override
		public void onRefresh() {
		}

		@Override
		public void onClose() {
		}

		@Override
		public void start() {
		}

		@Override
		public void stop() {
		}

		@Override
		public boolean isRunning() {
			return false;
		}

	}

	/**
	 * Tells nobody, so that no listener bean is created.
	 */
	private static final class NoEvents extends SimpleApplicationEventMulticaster
			implements ApplicationEventMulticaster {

		@Override
		public void multicastEvent(ApplicationEvent event, @Nullable ResolvableType eventType) {
		}

	}

}
