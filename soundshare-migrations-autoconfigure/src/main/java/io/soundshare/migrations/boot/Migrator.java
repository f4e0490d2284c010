package io.soundshare.migrations.boot;

import java.util.function.Supplier;

import javax.sql.DataSource;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.engine.friend.MigrationsInternals;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.BeanNameAware;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseProperties;
import org.springframework.util.function.SingletonSupplier;

/**
 * The bean that brings a schema up to date when the application starts. Everything that
 * needs the schema is created after it. It holds nothing of Liquibase until it needs to.
 */
public final class Migrator implements InitializingBean, BeanFactoryAware, BeanNameAware {

	private final DataSource dataSource;

	private final SingletonSupplier<Migrations> migrations;

	private final Startup startup;

	private @Nullable BeanFactory beanFactory;

	private String name = "";

	private volatile StartPath startPath = StartPath.NONE;

	Migrator(DataSource dataSource, Supplier<Migrations> migrations, Startup startup) {
		this.dataSource = dataSource;
		this.migrations = SingletonSupplier.of(() -> heard(migrations.get()));
		this.startup = startup;
	}

	/**
	 * Make a migrator of one more database, for an application that has several.
	 * @param dataSource the data source whose schema is migrated
	 * @param migrations makes the engine, when it is first needed
	 * @param settings what to do when the application starts
	 * @return a migrator, to be declared as a bean
	 */
	public static Migrator of(DataSource dataSource, Supplier<Migrations> migrations, MigrationsProperties settings) {
		return new Migrator(dataSource, () -> MigrationsInternals.of(migrations.get()).speaking(RemedyName::of),
				(engine) -> new StartupMigration(settings).run(engine, new LiquibaseProperties()));
	}

	/**
	 * Return the data source whose schema is migrated.
	 * @return the data source
	 */
	public DataSource dataSource() {
		return this.dataSource;
	}

	/**
	 * Return the engine.
	 * @return the migrations of the data source
	 */
	public Migrations migrations() {
		return this.migrations.obtain();
	}

	/**
	 * Return which way the start took.
	 * @return the way
	 */
	public StartPath startPath() {
		return this.startPath;
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public void setBeanName(String name) {
		this.name = name;
	}

	@Override
	public void afterPropertiesSet() {
		RemedyName.speak(() -> this.startPath = this.startup.run(this.migrations));
	}

	private Migrations heard(Migrations unheard) {
		BeanFactory application = this.beanFactory;
		return (application != null) ? ApplicationListeners.hearing(unheard, application, this.name) : unheard;
	}

	/**
	 * The way of a start.
	 */
	public enum StartPath {

		/**
		 * Nothing was looked at.
		 */
		NONE,

		/**
		 * A fingerprint told that there is nothing to do, without Liquibase.
		 */
		FAST,

		/**
		 * Liquibase decided what there is to do.
		 */
		FULL

	}

	/**
	 * The part of the start that looks after the schema.
	 */
	@FunctionalInterface
	interface Startup {

		StartPath run(Supplier<Migrations> migrations);

	}

}
