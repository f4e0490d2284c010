package io.soundshare.migrations.boot;

import io.soundshare.migrations.boot.MigrationsProperties.Startup;
import io.soundshare.migrations.model.Target;
import liquibase.integration.spring.SpringLiquibase;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Lets {@code soundshare.migrations.startup} rule an application's own SpringLiquibase
 * beans too: they run themselves when it says {@code upgrade}, and not otherwise.
 */
final class SpringLiquibaseStartup implements BeanPostProcessor {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ObjectProvider<MigrationsProperties> settings;

	SpringLiquibaseStartup(ConfigurableListableBeanFactory beanFactory, ObjectProvider<MigrationsProperties> settings) {
		this.beanFactory = beanFactory;
		this.settings = settings;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof SpringLiquibase liquibase) {
			Startup startup = this.settings.getObject().startup();
			if (startup == Startup.VALIDATE || startup == Startup.NONE) {
				liquibase.setShouldRun(false);
			}
			else if (liquibase.isDropFirst()) {
				RemedyName.speak(() -> this.settings.getObject()
					.destructive()
					.require("dropFirst of the SpringLiquibase bean " + beanName));
			}
			if (startup == Startup.REHEARSE_THEN_UPGRADE && !SpringLiquibaseKeeper.isKept(this.beanFactory, beanName)) {
				RemedyName.speak(
						() -> new StartupMigration(this.settings.getObject()).rehearse(
								SpringLiquibaseAdapter.migrations(liquibase, this.settings.getObject(),
										EnvironmentSecrets.of(this.beanFactory.getBean(Environment.class))),
								Target.HEAD));
			}
		}
		return bean;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof SpringLiquibase liquibase && !SpringLiquibaseKeeper.isKept(this.beanFactory, beanName)
				&& this.settings.getObject().startup() == Startup.VALIDATE) {
			MigrationsProperties current = this.settings.getObject();
			RemedyName.speak(() -> new StartupMigration(current).validate(SpringLiquibaseAdapter.migrations(liquibase,
					current, EnvironmentSecrets.of(this.beanFactory.getBean(Environment.class)))));
		}
		return bean;
	}

}
