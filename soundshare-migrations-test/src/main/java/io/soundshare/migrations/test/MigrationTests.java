package io.soundshare.migrations.test;

import java.util.Map;
import java.util.stream.Stream;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.boot.MigrationsProperties;
import io.soundshare.migrations.boot.MigratorRegistry;
import io.soundshare.migrations.boot.autogenerate.ApplicationEntities;
import io.soundshare.migrations.engine.friend.MigrationsInternals;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * The tests of a Spring Boot application's migrations: all that an application has to
 * write is
 *
 * <pre>
 * class SchemaTests extends MigrationTests {
 *
 * }
 * </pre>
 *
 * in the package of its main class or below. What is different about its revisions it
 * tells in {@link #configure}. Applications without Spring use {@link MigrationSuite}.
 */
@MigrationSlice
public abstract class MigrationTests {

	/**
	 * Tell the tests what they cannot know.
	 * @param suite the tests of one database
	 */
	protected void configure(MigrationSuite suite) {
	}

	/**
	 * Make the tests, one a revision where that makes sense, for each database that the
	 * application migrates.
	 * @param context the application, as far as it is there
	 * @return the tests
	 */
	@TestFactory
	protected final Stream<DynamicNode> migrations(ConfigurableApplicationContext context) {
		Map<String, Migrations> databases = context.getBean(MigratorRegistry.class).byName();
		if (databases.isEmpty()) {
			throw new IllegalStateException("This application has no database to migrate. Set spring.datasource.url, "
					+ "or import the configuration with the DataSource into the test.");
		}
		if (databases.size() == 1) {
			return databases.entrySet()
				.stream()
				.map((database) -> suite(context, database.getKey(), database.getValue(), true))
				.findFirst()
				.orElseThrow()
				.tests();
		}
		return databases.entrySet()
			.stream()
			.map((database) -> DynamicContainer.dynamicContainer(database.getKey(),
					suite(context, database.getKey(), database.getValue(), false).tests()));
	}

	private MigrationSuite suite(ConfigurableApplicationContext context, String name, Migrations migrations,
			boolean single) {
		MigrationSuite suite = MigrationSuite.of(migrations);
		DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
		if (hasEntities(beans)) {
			MigrationsProperties settings = context.getBean(MigrationsProperties.class);
			suite.entities(
					new ApplicationEntities(beans, name, MigrationsInternals.of(migrations).dataSource(), single),
					settings.autogenerate().exclude().toArray(String[]::new));
		}
		configure(suite);
		return suite;
	}

	private static boolean hasEntities(DefaultListableBeanFactory beans) {
		String type = "org.springframework.orm.jpa.AbstractEntityManagerFactoryBean";
		ClassLoader loader = MigrationTests.class.getClassLoader();
		return ClassUtils.isPresent("org.hibernate.boot.Metadata", loader) && ClassUtils.isPresent(type, loader)
				&& beans.getBeanNamesForType(ClassUtils.resolveClassName(type, loader), true, false).length > 0;
	}

}
