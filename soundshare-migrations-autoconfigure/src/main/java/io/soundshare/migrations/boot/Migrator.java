package io.soundshare.migrations.boot;

import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.sql.DataSource;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.engine.friend.MigrationsInternals;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseProperties;
import org.springframework.util.function.SingletonSupplier;

/**
 * The bean that brings a schema up to date when the application starts. Everything that
 * needs the schema is created after it. It holds nothing of Liquibase until it needs to.
 */
public final class Migrator implements InitializingBean {

	private final DataSource dataSource;

	private final SingletonSupplier<Migrations> migrations;

	private final Consumer<Supplier<Migrations>> startup;

	Migrator(DataSource dataSource, Supplier<Migrations> migrations, Consumer<Supplier<Migrations>> startup) {
		this.dataSource = dataSource;
		this.migrations = SingletonSupplier.of(migrations);
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

	@Override
	public void afterPropertiesSet() {
		RemedyName.speak(() -> this.startup.accept(this.migrations));
	}

}
