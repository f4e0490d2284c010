package io.soundshare.migrations.boot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.soundshare.migrations.MigrationsBuilder;
import io.soundshare.migrations.backup.BackupMode;
import io.soundshare.migrations.model.DatabaseInfo;
import io.soundshare.migrations.model.DestructiveMode;
import io.soundshare.migrations.model.TransactionMode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of SoundShare Migrations. Whatever Liquibase has a setting for stays with
 * {@code spring.liquibase.*}.
 *
 * @param enabled Whether to take the place of Spring Boot's Liquibase support.
 * @param startup What to do with the schema when the application starts.
 * @param fastPath Whether a start may see without Liquibase that there is nothing to do.
 * @param ahead What to do when the database holds revisions this build does not know.
 * @param transaction What is committed together.
 * @param destructive Whether everything in the database may be dropped (reset,
 * drop-first), even if somebody confirms it.
 * @param lockWait How long to wait for the migration lock. By default as long as
 * Liquibase does (liquibase.changelogLockWaitTimeInMinutes), which is 5 minutes.
 * @param staleLockAfter Age at which a lock that stock Liquibase has left is taken over,
 * where nothing else tells whether its holder is alive.
 * @param journalTable Name of the table that remembers what every operation did.
 * @param undo Whether and how far an upgrade takes down what undoes it.
 * @param keepDropped How long the rows of dropped tables and columns are kept in the
 * database, so that a downgrade brings them back. Zero for not at all.
 * @param backup When the database is copied before something is done with it. By default
 * before what can lose data, of an SQLite database that is a file.
 * @param backupFolder Folder in which the copies of each database have one of their own.
 * By default they are beside the file of the database.
 * @param backupKeep How many copies are kept.
 * @param seed Contexts that a reset runs in too, to fill the database for development.
 * @param shadow The database to try things out in when a revision is generated.
 * @param autogenerate What is compared when a revision is generated.
 */
@ConfigurationProperties("soundshare.migrations")
public record MigrationsProperties(@DefaultValue("true") boolean enabled, @DefaultValue("upgrade") Startup startup,
		@DefaultValue("auto") FastPath fastPath, @DefaultValue("warn") Ahead ahead,
		@DefaultValue("change-set") TransactionMode transaction, @DefaultValue("allow") DestructiveMode destructive,
		@Nullable Duration lockWait, @DefaultValue("15m") Duration staleLockAfter,
		@DefaultValue("DATABASECHANGELOG_JOURNAL") String journalTable, @DefaultValue Undo undo,
		@DefaultValue("720h") Duration keepDropped, @Nullable BackupMode backup, @Nullable Path backupFolder,
		@DefaultValue("10") int backupKeep, @DefaultValue List<String> seed, @DefaultValue Shadow shadow,
		@DefaultValue Autogenerate autogenerate) {

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
			.journalTable(this.journalTable)
			.recordUndo(this.undo.recorded())
			.undoLimit(this.undo.maxRows(), this.undo.maxSize().toBytes())
			.keepDropped(this.keepDropped)
			.backup(this.backup)
			.backupFolder(this.backupFolder)
			.keepBackups(this.backupKeep)
			.vocabulary(RemedyName::of);
	}

	/**
	 * Ways to treat the schema when the application starts.
	 */
	public enum Startup {

		/**
		 * Apply what is pending.
		 */
		UPGRADE,

		/**
		 * Apply what is pending, after it was tried out on a copy of the database; fail
		 * if that failed.
		 */
		REHEARSE_THEN_UPGRADE,

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
	 * Ways to see that there is nothing to do.
	 */
	public enum FastPath {

		/**
		 * By a fingerprint of everything that decides it, which is kept in the database;
		 * by Liquibase in any doubt.
		 */
		AUTO,

		/**
		 * By Liquibase. No fingerprint is kept.
		 */
		OFF

	}

	/**
	 * Ways to treat a database that is ahead of this build.
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
		 * Undo what this build does not know, as it was recorded, if that loses nothing;
		 * else fail to start.
		 */
		DOWNGRADE,

		/**
		 * Go on in silence.
		 */
		IGNORE

	}

	/**
	 * What undoes a revision of which nobody has written how.
	 *
	 * @param recorded Whether an upgrade takes it down in the database (SQLite,
	 * PostgreSQL).
	 * @param maxRows Number of rows of a revision that are taken down at most. A revision
	 * that changes more cannot be undone this way, which the upgrade says.
	 * @param maxSize Size of what is taken down of a revision at most.
	 */
	public record Undo(@DefaultValue("true") boolean recorded, @DefaultValue("100000") long maxRows,
			@DefaultValue("16MB") DataSize maxSize) {

	}

	/**
	 * The database to try things out in when a revision is generated. Without one a
	 * temporary file (SQLite) or a shadow database on the same server (PostgreSQL) is
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
	 * Selection of what is compared when a revision is generated.
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
