package io.soundshare.migrations.boot.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.boot.MigrationsProperties;
import io.soundshare.migrations.boot.Migrator;
import io.soundshare.migrations.boot.TestDatabase;
import io.soundshare.migrations.model.RevisionFailedException;
import io.soundshare.migrations.model.Target;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A database in each state that has a page of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = { HibernateJpaAutoConfiguration.class, DataJpaRepositoriesAutoConfiguration.class })
class ConsoleDatabases {

	static final String FULL = "db/changelog/db.changelog-master.yaml";

	/** The properties of an application whose main database is one of these. */
	static String[] properties() {
		return new String[] { "server.port=0", "spring.datasource.url=" + database().url(),
				"spring.liquibase.change-log=classpath:/" + FULL, "soundshare.migrations.startup=none",
				"management.endpoints.web.exposure.include=migrations" };
	}

	@Bean
	Migrator upToDate(MigrationsProperties settings) {
		TestDatabase database = database();
		migrations(database, FULL).upgrade();
		return migrator(database, FULL, settings);
	}

	/** Of which one was undone. */
	@Bean
	Migrator pending(MigrationsProperties settings) {
		TestDatabase database = database();
		migrations(database, FULL).upgrade();
		migrations(database, FULL).downgrade(Target.parse("-1"));
		return migrator(database, FULL, settings);
	}

	@Bean
	Migrator ahead(MigrationsProperties settings) {
		TestDatabase database = database();
		migrations(database, FULL).upgrade();
		return migrator(database, "changelog/older.yaml", settings);
	}

	@Bean
	Migrator diverged(MigrationsProperties settings) {
		TestDatabase database = database();
		migrations(database, FULL).upgrade();
		return migrator(database, "changelog/branch.yaml", settings);
	}

	@Bean
	Migrator changed(MigrationsProperties settings) {
		TestDatabase database = database();
		migrations(database, FULL).upgrade();
		return migrator(database, "changelog/edited.yaml", settings);
	}

	@Bean
	Migrator failed(MigrationsProperties settings) {
		TestDatabase database = database();
		Migrations migrations = migrations(database, "changelog/failing.yaml");
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(migrations::upgrade);
		return migrator(database, "changelog/failing.yaml", settings);
	}

	@Bean
	Migrator locked(MigrationsProperties settings) {
		TestDatabase database = database();
		migrations(database, FULL).upgrade(Target.parse("+1"));
		database.run("UPDATE databasechangeloglock SET locked = 1, lockedby = '<b>evil</b>\u202e'");
		return migrator(database, FULL, settings);
	}

	@Bean
	Migrator unreachable(MigrationsProperties settings) {
		return migrator(new TestDatabase("jdbc:sqlite:/nowhere/at/all.db"), FULL, settings);
	}

	@Bean("<i>hostile")
	Migrator hostile(MigrationsProperties settings) {
		TestDatabase database = database();
		migrations(database, "changelog/hostile-page.json").upgrade(Target.parse("+2"));
		return migrator(database, "changelog/hostile-page.json", settings);
	}

	static Migrator migrator(TestDatabase database, String changelog, MigrationsProperties settings) {
		return Migrator.of(database.dataSource(), () -> migrations(database, changelog), settings);
	}

	static Migrations migrations(TestDatabase database, String changelog) {
		return Migrations.builder(database.dataSource(), changelog).application("shop", "1.2").build();
	}

	static TestDatabase database() {
		try {
			Path directory = Files.createTempDirectory("console");
			directory.toFile().deleteOnExit();
			return TestDatabase.sqlite(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
