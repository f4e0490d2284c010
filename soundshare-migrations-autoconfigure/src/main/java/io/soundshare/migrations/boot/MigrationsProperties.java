package io.soundshare.migrations.boot;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of SoundShare Migrations. Whatever Liquibase has a setting for stays with
 * {@code spring.liquibase.*}.
 *
 * @param enabled Whether to take the place of Spring Boot's Liquibase support.
 * @param startup What to do with the schema when the application starts.
 * @param ahead What to do when the database holds revisions this build does not know.
 */
@ConfigurationProperties("soundshare.migrations")
public record MigrationsProperties(@DefaultValue("true") boolean enabled, @DefaultValue("upgrade") Startup startup,
		@DefaultValue("warn") Ahead ahead) {

	/**
	 * What to do with the schema when the application starts.
	 */
	public enum Startup {

		/**
		 * Apply what is pending.
		 */
		UPGRADE,

		/**
		 * Change nothing, and fail when anything is pending or changed.
		 */
		VALIDATE,

		/**
		 * Do nothing.
		 */
		NONE

	}

	/**
	 * What to do when the database is ahead of this build.
	 */
	public enum Ahead {

		/**
		 * Log a warning and go on.
		 */
		WARN,

		/**
		 * Fail to start.
		 */
		FAIL,

		/**
		 * Go on in silence.
		 */
		IGNORE

	}

}
