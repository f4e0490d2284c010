package io.soundshare.migrations.boot;

import javax.sql.DataSource;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.backup.BackupStore;
import io.soundshare.migrations.engine.fingerprint.FingerprintSource;
import io.soundshare.migrations.engine.friend.MigrationsInternals;
import liquibase.Liquibase;
import liquibase.integration.spring.Customizer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseDataSource;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.StringUtils;

/**
 * Makes the {@link Migrator} that {@code spring.liquibase.*} describes. The counterpart
 * of what Boot's {@code LiquibaseAutoConfiguration} does for its SpringLiquibase.
 */
final class LiquibaseMigratorFactory {

	private LiquibaseMigratorFactory() {
	}

	static Migrator create(ObjectProvider<DataSource> dataSource,
			@LiquibaseDataSource ObjectProvider<DataSource> liquibaseDataSource, LiquibaseProperties properties,
			LiquibaseConnectionDetails connectionDetails, ObjectProvider<Customizer<Liquibase>> customizer,
			ObjectProvider<BackupStore> backupStore, MigrationsProperties settings, ResourceLoader resourceLoader,
			Environment environment) {
		DataSource migrated = dataSource(liquibaseDataSource.getIfAvailable(), dataSource.getIfUnique(),
				connectionDetails);
		FastStart fast = FastStart.of(migrated, properties, settings, resourceLoader,
				customizer.stream().findAny().isPresent());
		return new Migrator(migrated,
				() -> fingerprinted(fast,
						LiquibaseMigrations.of(migrated, properties, customizer, backupStore, settings, resourceLoader,
								environment)),
				(migrations) -> new StartupMigration(settings).run(fast, migrations, properties));
	}

	private static Migrations fingerprinted(FastStart fast, Migrations migrations) {
		FingerprintSource source = fast.source();
		return (source != null) ? MigrationsInternals.of(migrations).fingerprinted(source) : migrations;
	}

	private static DataSource dataSource(@Nullable DataSource liquibaseDataSource, @Nullable DataSource dataSource,
			LiquibaseConnectionDetails connectionDetails) {
		if (liquibaseDataSource != null) {
			return liquibaseDataSource;
		}
		String url = connectionDetails.getJdbcUrl();
		if (url != null) {
			return simple(DataSourceBuilder.create().type(SimpleDriverDataSource.class).url(url), connectionDetails);
		}
		if (dataSource == null) {
			throw new StartupSettingException("There is no single DataSource to migrate.",
					"Mark one as @LiquibaseDataSource or @Primary, set spring.liquibase.url, declare a SpringLiquibase bean "
							+ "for each DataSource, or declare Migrator beans and set spring.liquibase.enabled=false.",
					null);
		}
		if (connectionDetails.getUsername() != null) {
			return simple(DataSourceBuilder.derivedFrom(dataSource).type(SimpleDriverDataSource.class),
					connectionDetails);
		}
		return dataSource;
	}

	private static DataSource simple(DataSourceBuilder<SimpleDriverDataSource> builder,
			LiquibaseConnectionDetails connectionDetails) {
		builder.username(connectionDetails.getUsername());
		builder.password(connectionDetails.getPassword());
		String driverClassName = connectionDetails.getDriverClassName();
		if (StringUtils.hasText(driverClassName)) {
			builder.driverClassName(driverClassName);
		}
		return builder.build();
	}

}
