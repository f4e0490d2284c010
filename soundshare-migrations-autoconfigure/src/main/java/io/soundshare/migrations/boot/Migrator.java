package io.soundshare.migrations.boot;

import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.sql.DataSource;

import io.soundshare.migrations.Migrations;

import org.springframework.beans.factory.InitializingBean;
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
		this.startup.accept(this.migrations);
	}

}
