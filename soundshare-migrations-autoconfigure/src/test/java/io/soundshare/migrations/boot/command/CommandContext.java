package io.soundshare.migrations.boot.command;

import java.util.stream.Stream;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The beans of an application as a command meets them.
 */
final class CommandContext implements AutoCloseable {

	private final CommandApplicationContext context;

	private CommandContext(CommandApplicationContext context) {
		this.context = context;
	}

	static CommandContext of(Class<?> application, String... properties) {
		SpringApplication spring = new SpringApplication(application) {

			/** Before the runners run. */
			@Override
			protected void afterRefresh(ConfigurableApplicationContext context, ApplicationArguments args) {
				throw new AbandonedRunException(context);
			}

		};
		spring.setApplicationContextFactory((type) -> new CommandApplicationContext());
		spring.addListeners((ApplicationListener<ApplicationEnvironmentPreparedEvent>) (event) -> CommandEnvironment
			.prepare(event.getEnvironment(), false));
		try {
			throw new IllegalStateException("The application went on: "
					+ spring.run(Stream.of(properties).map((property) -> "--" + property).toArray(String[]::new)));
		}
		catch (SpringApplication.AbandonedRunException ex) {
			return new CommandContext((CommandApplicationContext) ex.getApplicationContext());
		}
	}

	DefaultListableBeanFactory beanFactory() {
		return this.context.getDefaultListableBeanFactory();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
