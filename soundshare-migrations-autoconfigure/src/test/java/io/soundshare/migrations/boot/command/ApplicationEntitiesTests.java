package io.soundshare.migrations.boot.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.soundshare.entities.broken.Broken;
import io.soundshare.entities.crate.Crate;
import io.soundshare.entities.shelf.Place;
import io.soundshare.entities.shelf.Shelf;
import io.soundshare.migrations.autogenerate.entity.MappedEntities;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.boot.TestDatabase;
import io.soundshare.migrations.boot.autogenerate.ApplicationEntities;
import io.soundshare.migrations.boot.command.busy.BusyApplication;
import io.soundshare.migrations.boot.command.busy.Occasions;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jpa.EntityManagerFactoryBuilder;
import org.springframework.boot.jpa.autoconfigure.EntityManagerFactoryBuilderCustomizer;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.DefaultPersistenceUnitManager;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What Hibernate knows of an application's entities, found out without the application's
 * database: every URL here leads nowhere.
 */
@Tag("slow")
class ApplicationEntitiesTests {

	@TempDir
	Path directory;

	private TestDatabase shadow;

	private String nowhere;

	@BeforeEach
	void setUp() {
		this.shadow = new TestDatabase("jdbc:sqlite:" + this.directory.resolve("shadow.db"));
		this.nowhere = "jdbc:sqlite:" + this.directory.resolve("no/such/folder/app.db");
		Occasions.seen().clear();
	}

	@Test
	void startsNothingOfTheApplication() {
		try (CommandContext context = context(BusyApplication.class, "spring.sql.init.mode=always",
				"spring.sql.init.schema-locations=classpath:/command/schema.sql", "spring.jpa.bootstrap=async",
				"spring.jpa.hibernate.ddl-auto=create-drop", "spring.jpa.generate-ddl=true")) {
			assertThat(tables(boot(context))).containsExactly("songs");
			assertThat(context.beanFactory().getSingletonNames()).contains("entityManagerFactory")
				.doesNotContain("liquibase", "dataSourceScriptDatabaseInitializer", "applicationTaskExecutor",
						"taskScheduler", "songRepository", "transactionManager");
		}
		assertThat(Occasions.seen()).isEmpty();
		assertThat(this.shadow.tables()).isEmpty();
	}

	@Test
	void readsThemAnewEachTime() {
		try (CommandContext context = context(BusyApplication.class)) {
			ApplicationEntities entities = entities(context, "dataSource");
			MappedEntities first = entities.boot(this.shadow.dataSource());
			MappedEntities second = entities
				.boot(new DriverManagerDataSource("jdbc:sqlite:" + this.directory.resolve("other.db")));
			assertThat(first.sessionFactory().isClosed()).isTrue();
			assertThat(second.sessionFactory().isOpen()).isTrue();
			assertThat(tables(second)).containsExactly("songs");
		}
	}

	@Test
	void readsThemAsTheApplicationConfiguresThem() {
		try (CommandContext context = context(Configured.class, "spring.jpa.mapping-resources=command/orm.xml",
				"spring.jpa.properties.hibernate.type.preferred_boolean_jdbc_type=TINYINT",
				"spring.jpa.properties.hibernate.cache.use_second_level_cache=true",
				"spring.jpa.properties.hibernate.cache.region.factory_class=not.There",
				"spring.jpa.properties.hibernate.connection.provider_class=not.There",
				"spring.jpa.properties.jakarta.persistence.jdbc.url=" + this.nowhere)) {
			Metadata metadata = boot(context).metadata();
			Table table = table(metadata, "x_shelf");
			assertThat(columns(table)).containsExactlyInAnyOrder("id", "first_label", "is_open", "place");
			assertThat(table.getColumn(Identifier.toIdentifier("is_open")).getSqlType(metadata)).isEqualTo("tinyint");
			assertThat(table.getColumn(Identifier.toIdentifier("place")).getSqlType(metadata)).startsWith("int");
			assertThat(table.getColumn(Identifier.toIdentifier("first_label")).getLength()).isEqualTo(77);
			assertThat(Occasions.seen()).containsExactlyInAnyOrder("an integrator of the application was told",
					"an EntityManagerFactoryBuilderCustomizer was asked");
		}
	}

	@Test
	void takesTheOnlyFactoryThoughTheMigrationsHaveTheirOwnDataSource() {
		try (CommandContext context = context(BusyApplication.class)) {
			ApplicationEntities entities = new ApplicationEntities(context.beanFactory(), "liquibase",
					new DriverManagerDataSource("jdbc:sqlite:admin.db"), true);
			assertThat(tables(entities.boot(this.shadow.dataSource()))).containsExactly("songs");
		}
	}

	@Test
	void takesTheFactoryOfTheDatabaseAmongSeveral() {
		try (CommandContext context = context(SeveralFactories.class)) {
			assertThat(tables(entities(context, "shopDataSource").boot(this.shadow.dataSource())))
				.containsExactly("shelf");
			assertThat(tables(entities(context, "stockDataSource").boot(this.shadow.dataSource())))
				.containsExactly("crate");
			assertThat(tables(entities(context, "shopDataSource").boot(this.shadow.dataSource())))
				.containsExactly("shelf");
			DataSource another = new DriverManagerDataSource(this.nowhere + "/stock");
			assertThat(tables(new ApplicationEntities(context.beanFactory(), "stock", another, false)
				.boot(this.shadow.dataSource()))).containsExactly("crate");
			assertThat(Occasions.seen()).isEmpty();
		}
	}

	@Test
	void namesTheFactoriesWhereNoneOrSeveralFit() {
		try (CommandContext context = context(SeveralFactories.class)) {
			ApplicationEntities none = new ApplicationEntities(context.beanFactory(), "accounts",
					new DriverManagerDataSource("jdbc:sqlite:accounts"), true);
			assertThatExceptionOfType(AutogenerateException.class).isThrownBy(() -> none.boot(this.shadow.dataSource()))
				.satisfies((ex) -> {
					assertThat(ex.problem()).isEqualTo(
							"No entity manager factory uses the database 'accounts'. There is: shop, stock, left, right.");
					assertThat(ex.wayOut()).contains("the same DataSource", "--migrate.empty");
				});
			ApplicationEntities several = new ApplicationEntities(context.beanFactory(), "accounts",
					context.beanFactory().getBean("sharedDataSource", DataSource.class), true);
			assertThatExceptionOfType(AutogenerateException.class)
				.isThrownBy(() -> several.boot(this.shadow.dataSource()))
				.satisfies((ex) -> assertThat(ex.problem())
					.isEqualTo("Several entity manager factories use the database 'accounts': left, right."));
		}
	}

	@Test
	void bindsAPersistenceUnitManagersUnits() {
		try (CommandContext context = context(OwnPersistenceUnitManager.class)) {
			assertThat(tables(boot(context))).containsExactly("Crate");
		}
	}

	@Test
	void saysSoWhereThereAreNoEntities() {
		try (CommandContext context = context(SmallApplication.class)) {
			assertThatExceptionOfType(AutogenerateException.class).isThrownBy(() -> boot(context))
				.satisfies(
						(ex) -> assertThat(ex.problem()).startsWith("This application has no entity manager factory"));
		}
	}

	@Test
	void saysSoWhereTheApplicationMakesTheFactoryItself() {
		try (CommandContext context = context(OwnFactory.class)) {
			assertThatExceptionOfType(AutogenerateException.class).isThrownBy(() -> boot(context))
				.satisfies((ex) -> assertThat(ex.problem()).contains("'handMade'"));
		}
	}

	@Test
	void saysWhichEntityDoesNotMap() {
		try (CommandContext context = context(Unmapped.class)) {
			assertThatExceptionOfType(AutogenerateException.class).isThrownBy(() -> boot(context)).satisfies((ex) -> {
				assertThat(ex.problem())
					.startsWith("Hibernate cannot make the entity manager factory " + "'entityManagerFactory': ")
					.contains("NoEntity");
				assertThat(ex.wayOut()).contains("--migrate.verbose");
			});
		}
	}

	private CommandContext context(Class<?> application, String... properties) {
		List<String> all = new ArrayList<>(List.of(properties));
		Collections.addAll(all, "spring.datasource.url=" + this.nowhere, "spring.jmx.enabled=true",
				"spring.datasource.hikari.connection-timeout=250");
		return CommandContext.of(application, all.toArray(String[]::new));
	}

	private MappedEntities boot(CommandContext context) {
		return entities(context, "dataSource").boot(this.shadow.dataSource());
	}

	private static ApplicationEntities entities(CommandContext context, String dataSource) {
		return new ApplicationEntities(context.beanFactory(), "database",
				context.beanFactory().getBean(dataSource, DataSource.class), true);
	}

	private static List<String> tables(MappedEntities entities) {
		TreeSet<String> names = new TreeSet<>();
		entities.metadata().collectTableMappings().forEach((table) -> names.add(table.getName()));
		assertThat(entities.sessionFactory().isOpen()).isTrue();
		return List.copyOf(names);
	}

	private static Table table(Metadata metadata, String name) {
		return metadata.collectTableMappings()
			.stream()
			.filter((table) -> table.getName().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static List<String> columns(Table table) {
		return table.getColumns().stream().map(Column::getName).toList();
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@EntityScan(basePackageClasses = Shelf.class)
	@Import(Place.Service.class)
	static class Configured {

		@Bean
		PhysicalNamingStrategy namingStrategy() {
			return new PhysicalNamingStrategySnakeCaseImpl() {

				@Override
				public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment environment) {
					return Identifier.toIdentifier("x_" + super.toPhysicalTableName(name, environment).getText());
				}

			};
		}

		@Bean
		HibernatePropertiesCustomizer integrating() {
			return (properties) -> properties.put("hibernate.integrator_provider", OwnIntegrators.class.getName());
		}

		@Bean
		EntityManagerFactoryBuilderCustomizer customizing() {
			return (builder) -> Occasions.note("an EntityManagerFactoryBuilderCustomizer was asked");
		}

	}

	/**
	 * What an application registers itself.
	 */
	public static class OwnIntegrators implements IntegratorProvider, Integrator {

		@Override
		public List<Integrator> getIntegrators() {
			return List.of(this);
		}

		@Override
		public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor sessionFactory) {
			Occasions.note("an integrator of the application was told");
		}

		@Override
		public void disintegrate(SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry registry) {
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import(Place.Service.class)
	static class SeveralFactories {

		@Bean
		@Primary
		HikariDataSource shopDataSource(Environment environment) {
			return dataSource(environment, "/shop");
		}

		@Bean
		HikariDataSource stockDataSource(Environment environment) {
			return dataSource(environment, "/stock");
		}

		@Bean
		HikariDataSource sharedDataSource(Environment environment) {
			return dataSource(environment, "/shared");
		}

		@Bean
		@Primary
		LocalContainerEntityManagerFactoryBean shop(EntityManagerFactoryBuilder builder,
				@Qualifier("shopDataSource") DataSource dataSource) {
			return builder.dataSource(dataSource).packages(Shelf.class).build();
		}

		@Bean
		LocalContainerEntityManagerFactoryBean stock(EntityManagerFactoryBuilder builder,
				@Qualifier("stockDataSource") DataSource dataSource) {
			return builder.dataSource(dataSource).packages(Crate.class).persistenceUnit("stock").build();
		}

		@Bean
		LocalContainerEntityManagerFactoryBean left(EntityManagerFactoryBuilder builder,
				@Qualifier("sharedDataSource") DataSource dataSource) {
			return builder.dataSource(dataSource).packages(Shelf.class).build();
		}

		@Bean
		LocalContainerEntityManagerFactoryBean right(EntityManagerFactoryBuilder builder,
				@Qualifier("sharedDataSource") DataSource dataSource) {
			return builder.dataSource(dataSource).packages(Crate.class).build();
		}

		private static HikariDataSource dataSource(Environment environment, String name) {
			HikariDataSource dataSource = new HikariDataSource();
			dataSource.setJdbcUrl(environment.getRequiredProperty("spring.datasource.url") + name);
			return dataSource;
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class OwnPersistenceUnitManager {

		@Bean
		DefaultPersistenceUnitManager unitManager(DataSource dataSource) {
			DefaultPersistenceUnitManager manager = new DefaultPersistenceUnitManager();
			manager.setDefaultDataSource(dataSource);
			manager.setPackagesToScan(Crate.class.getPackageName());
			return manager;
		}

		@Bean
		@DependsOn("eagerly")
		LocalContainerEntityManagerFactoryBean factory(DefaultPersistenceUnitManager manager) {
			LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
			factory.setPersistenceUnitManager(manager);
			factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
			return factory;
		}

		@Bean
		String eagerly(JdbcTemplate jdbc) {
			return jdbc.queryForObject("select 'initialised'", String.class);
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class OwnFactory {

		@Bean
		EntityManagerFactory handMade() {
			throw new IllegalStateException("Nobody is to ask for it");
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@EntityScan(basePackageClasses = Broken.class)
	static class Unmapped {

	}

}
