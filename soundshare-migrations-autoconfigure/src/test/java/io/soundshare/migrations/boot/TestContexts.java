package io.soundshare.migrations.boot;

import java.util.logging.Level;
import java.util.logging.Logger;

import io.soundshare.migrations.boot.actuate.DropInLiquibaseEndpointAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseEndpointAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/**
 * Contexts as an application with the starter has them, in small.
 */
public final class TestContexts {

	/** The property that gives the stock behaviour back. */
	public static final String STOCK = "soundshare.migrations.enabled=false";

	/** Held, or the level would be forgotten. Liquibase says more than anyone reads. */
	private static final Logger liquibase = Logger.getLogger("liquibase");

	static {
		liquibase.setLevel(Level.WARNING);
	}

	private TestContexts() {
	}

	public static ApplicationContextRunner runner() {
		return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceInitializationAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
				LiquibaseAutoConfiguration.class, LiquibaseEndpointAutoConfiguration.class,
				MigrationsAutoConfiguration.class, DropInLiquibaseEndpointAutoConfiguration.class));
	}

	public static ApplicationContextRunner runner(TestDatabase database) {
		return runner().withPropertyValues("spring.datasource.url=" + database.url());
	}

	/** An application of a version that has this changelog, started and stopped. */
	public static void start(TestDatabase database, String... properties) {
		runner(database).withPropertyValues(properties).run((context) -> {
			if (context.getStartupFailure() != null) {
				throw new IllegalStateException(context.getStartupFailure());
			}
		});
	}

	public static String changelog(String name) {
		return "spring.liquibase.change-log=classpath:/changelog/" + name;
	}

}
