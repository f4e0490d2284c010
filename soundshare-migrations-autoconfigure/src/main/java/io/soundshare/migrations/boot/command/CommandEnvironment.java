package io.soundshare.migrations.boot.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/**
 * The settings of command mode, stronger than those of the application.
 */
final class CommandEnvironment {

	private static final String ALWAYS = "migrateCommand";

	private static final String LOGGING = "migrateCommandLogging";

	private CommandEnvironment() {
	}

	static void prepare(ConfigurableEnvironment environment, boolean verbose) {
		Map<String, Object> always = new LinkedHashMap<>();
		always.put("spring.main.web-application-type", "none");
		always.put("spring.main.banner-mode", "off");
		always.put("spring.main.log-startup-info", "false");
		// Whatever colours a line from here on is no colour of ours.
		always.put("spring.output.ansi.enabled", "never");
		always.put("spring.main.keep-alive", "false");
		always.put("soundshare.migrations.startup", "none");
		// Where a command asks for the entity manager factory: Boot would connect to find
		// out about the first, create executors for the second, and run scripts.
		always.put("spring.jpa.hibernate.ddl-auto", "none");
		always.put("spring.jpa.bootstrap", "default");
		always.put("spring.sql.init.mode", "never");
		MutablePropertySources sources = environment.getPropertySources();
		sources.addFirst(new MapPropertySource(ALWAYS, always));
		if (!verbose) {
			// Weaker than an argument: --logging.level.root=debug still does what it
			// says.
			// What Liquibase, the pool, JPA and the context log of a failure is what
			// the error will say.
			MapPropertySource logging = new MapPropertySource(LOGGING,
					Map.of("logging.level.root", "warn", "logging.level.liquibase.changelog", "off",
							"logging.level.com.zaxxer.hikari", "off", "logging.level.org.springframework.orm.jpa",
							"off", "logging.level.org.hibernate", "error",
							"logging.level." + CommandApplicationContext.class.getName(), "off"));
			String arguments = CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME;
			sources.addAfter(sources.contains(arguments) ? arguments : ALWAYS, logging);
		}
	}

}
