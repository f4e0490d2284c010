package io.soundshare.migrations.boot.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import io.soundshare.migrations.autogenerate.SupportedProducts;
import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.shadow.ShadowDatabases;
import io.soundshare.migrations.boot.MigrationsProperties;
import io.soundshare.migrations.model.DatabaseInfo;
import io.soundshare.migrations.secret.DataSourceUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Shadow databases of an application: the one its settings name, or else made of the same
 * product, where it has its own.
 */
public final class ApplicationShadows {

	private static final String SETTING = "soundshare.migrations.shadow.";

	private static final boolean HIKARI = ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource",
			ApplicationShadows.class.getClassLoader());

	private ApplicationShadows() {
	}

	/**
	 * Find out how to make them.
	 * @param migrated the application's database
	 * @param settings the database to use instead, if there is one
	 * @return makes them
	 */
	public static ShadowDatabases of(DataSource migrated, MigrationsProperties.Shadow settings) {
		String url = settings.url();
		if (StringUtils.hasText(url)) {
			return given(migrated, url, settings);
		}
		if (StringUtils.hasText(settings.username()) || StringUtils.hasText(settings.password())) {
			throw new AutogenerateException(SETTING + "username or password is set, and " + SETTING + "url is not.",
					"Set " + SETTING + "url too, or none of them.", null);
		}
		return made(migrated);
	}

	private static ShadowDatabases given(DataSource migrated, String url, MigrationsProperties.Shadow settings) {
		SupportedProduct product = SupportedProducts.ofUrl(url);
		if (product == null || !product.hasServer()) {
			throw new AutogenerateException(SETTING + "url is no database of PostgreSQL.",
					"Leave it out: for SQLite a temporary file is made.", null);
		}
		String own = DataSourceUrl.of(migrated);
		SupportedProduct applications = (own != null) ? SupportedProducts.ofUrl(own) : null;
		if (applications != null && applications != product) {
			throw new AutogenerateException(SETTING + "url is a database of " + product
					+ ", and the application's is one of " + applications + ".",
					"Leave it out: for SQLite a temporary file is made.", null);
		}
		if (url.equals(own)) {
			throw new AutogenerateException(
					SETTING + "url is the application's own database, which has to stay as it is.",
					"Give an empty database of its own.", null);
		}
		SimpleDriverDataSource given = DataSourceBuilder.create()
			.type(SimpleDriverDataSource.class)
			.url(url)
			.username(settings.username())
			.password(settings.password())
			.build();
		if (given.getDriver() == null) {
			throw new AutogenerateException("There is no JDBC driver for " + SETTING + "url.",
					"Give the URL of a database of the application's product.", null);
		}
		return product.given(given);
	}

	private static ShadowDatabases made(DataSource migrated) {
		String known = DataSourceUrl.of(migrated);
		String url = (known != null) ? known : askedFor(migrated);
		SupportedProduct product = SupportedProducts.ofUrl(url);
		if (product == null) {
			throw new AutogenerateException(
					"Revisions can be generated for " + SupportedProducts.names() + ", and this database is another: "
							+ DatabaseInfo.withoutCredentials(url) + ".",
					"Write the revision by hand: --migrate.empty.", null);
		}
		if (!product.hasServer()) {
			return product.shadows(ApplicationShadows::connected, url);
		}
		if (known == null) {
			throw new AutogenerateException(
					"A database to try things out in cannot be made: " + migrated.getClass().getName()
							+ " does not tell how to connect to one.",
					"Set " + SETTING + "url, username and password to an empty PostgreSQL database.", null);
		}
		return product.shadows((other) -> connected(migrated, other), url);
	}

	/** For a data source of an unusual kind. */
	private static String askedFor(DataSource migrated) {
		try (Connection connection = migrated.getConnection()) {
			return connection.getMetaData().getURL();
		}
		catch (SQLException ex) {
			throw new AutogenerateException("The database cannot be reached: " + ex.getMessage(),
					"Correct spring.datasource.*, or set " + SETTING + "url.", ex);
		}
	}

	/** As anybody connects. */
	private static DataSource connected(String url) {
		return DataSourceBuilder.create().type(SimpleDriverDataSource.class).url(url).build();
	}

	/** As the application connects, without its pool. */
	private static DataSource connected(DataSource migrated, String url) {
		SimpleDriverDataSource dataSource = DataSourceBuilder.derivedFrom(migrated)
			.type(SimpleDriverDataSource.class)
			.url(url)
			.build();
		Properties properties = HIKARI ? Pool.properties(migrated) : null;
		if (properties != null) {
			dataSource.setConnectionProperties(properties);
		}
		return dataSource;
	}

	/**
	 * Loaded only where the pool is.
	 */
	private static final class Pool {

		static @Nullable Properties properties(DataSource dataSource) {
			HikariDataSource pool = DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class,
					HikariDataSource.class);
			return (pool != null) ? pool.getDataSourceProperties() : null;
		}

	}

}
