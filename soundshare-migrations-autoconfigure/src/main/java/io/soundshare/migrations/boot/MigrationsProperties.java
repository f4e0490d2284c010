package io.soundshare.migrations.boot;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.soundshare.migrations.MigrationsBuilder;
import io.soundshare.migrations.model.DatabaseInfo;
import io.soundshare.migrations.model.DestructiveMode;
import io.soundshare.migrations.model.TransactionMode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of SoundShare Migrations. Whatever Liquibase has a setting for stays with
 * {@code spring.liquibase.*}.
 *
 * @param enabled Whether to take the place of Spring Boot's Liquibase support.
 * @param startup What to do with the schema when the application starts.
 * @param ahead What to do when the database holds revisions this build does not know.
 * @param transaction What is committed together.
 * @param destructive Whether everything in the database may be dropped (reset,
 * drop-first), even if somebody confirms it.
 * @param lockWait How long to wait for the migration lock. By default as long as
 * Liquibase does (liquibase.changelogLockWaitTimeInMinutes), which is 5 minutes.
 * @param staleLockAfter Age at which a lock that stock Liquibase has left is taken over,
 * where nothing else tells whether its holder is alive.
 * @param journalTable Name of the table that remembers what every operation did.
 * @param shadow The database to try things out in when a revision is generated.
 * @param autogenerate What is compared when a revision is generated.
 */
@ConfigurationProperties("soundshare.migrations")
public record MigrationsProperties(@DefaultValue("true") boolean enabled, @DefaultValue("upgrade") Startup startup,
		@DefaultValue("warn") Ahead ahead, @DefaultValue("change-set") TransactionMode transaction,
		@DefaultValue("allow") DestructiveMode destructive, @Nullable Duration lockWait,
		@DefaultValue("15m") Duration staleLockAfter, @DefaultValue("DATABASECHANGELOG_JOURNAL") String journalTable,
		@DefaultValue Shadow shadow, @DefaultValue Autogenerate autogenerate) {

	/**
	 * Hand on what the engine has to know.
	 * @param builder describes the engine
	 * @return the builder
	 */
	MigrationsBuilder applyTo(MigrationsBuilder builder) {
		return builder.transaction(this.transaction)
			.destructive(this.destructive)
			.secrets(this.shadow.secrets())
			.lockWait(this.lockWait)
			.staleLockAfter(this.staleLockAfter)
			.journalTable(this.journalTable);
	}

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

	/**
	 * The database to try things out in when a revision is generated. Without one a
	 * temporary file (SQLite) or a scratch database on the same server (PostgreSQL) is
	 * made.
	 *
	 * @param url JDBC URL of an empty PostgreSQL database to use. By default one is made,
	 * and thrown away.
	 * @param username User name for the database at the URL.
	 * @param password Password for the database at the URL.
	 */
	public record Shadow(@Nullable String url, @Nullable String username, @Nullable String password) {

		@Override
		public String toString() {
			return "Shadow[url=" + DatabaseInfo.withoutCredentials(this.url) + ", username=" + this.username + "]";
		}

		List<String> secrets() {
			return Stream.of(this.url, this.password).filter(Objects::nonNull).toList();
		}

	}

	/**
	 * What is compared when a revision is generated.
	 *
	 * @param include Patterns of the tables to compare, with * and ?. By default all.
	 * @param exclude Patterns of the tables to leave alone, with * and ?.
	 */
	public record Autogenerate(@DefaultValue List<String> include, @DefaultValue List<String> exclude) {

		public Autogenerate {
			include = List.copyOf(include);
			exclude = List.copyOf(exclude);
		}

	}

}
