package io.soundshare.migrations.autogenerate;

import java.util.List;
import java.util.function.Supplier;

import javax.sql.DataSource;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.autogenerate.answer.Answers;
import io.soundshare.migrations.autogenerate.baseline.Adoption;
import io.soundshare.migrations.autogenerate.baseline.Baseline;
import io.soundshare.migrations.autogenerate.baseline.Drift;
import io.soundshare.migrations.autogenerate.comparison.Comparison;
import io.soundshare.migrations.autogenerate.comparison.ShadowSessions;
import io.soundshare.migrations.autogenerate.comparison.TableFilter;
import io.soundshare.migrations.autogenerate.entity.EntityModel;
import io.soundshare.migrations.autogenerate.shadow.ShadowDatabases;
import io.soundshare.migrations.engine.friend.MigrationsInternals;
import io.soundshare.migrations.file.RevisionFile;
import io.soundshare.migrations.model.MigrationException;

/**
 * Comparison of what the entities declare, what the changelog gives and what the database
 * holds. The application's database is read only, and only if asked for; what is to be
 * tried out is tried out in shadow databases.
 * <p>
 * All methods throw a {@link MigrationException} with a message for people.
 */
public final class Autogenerate {

	private final Migrations migrations;

	private final ShadowSessions sessions;

	private Autogenerate(Migrations migrations, ShadowSessions sessions) {
		this.migrations = migrations;
		this.sessions = sessions;
	}

	/**
	 * Describe what is compared.
	 * @param migrations the changelog, and the database it is for
	 * @param shadows makes shadow databases
	 * @param include patterns of the tables to compare, with {@code *} and {@code ?};
	 * empty for all
	 * @param exclude patterns of the tables to leave alone
	 * @return the comparison to be made
	 */
	public static Autogenerate of(Migrations migrations, ShadowDatabases shadows, List<String> include,
			List<String> exclude) {
		return new Autogenerate(migrations,
				new ShadowSessions(migrations, shadows, new TableFilter(include, exclude), SupportedProducts::of));
	}

	/**
	 * Find what is missing for the entities.
	 * @param entities the entities
	 * @param against what they are compared with
	 * @param answers what the entities do not tell
	 * @return what the changelog or the database lacks
	 */
	public Comparison entities(EntityModel entities, Against against, Answers answers) {
		return redacted(() -> {
			if (against == Against.CHANGELOG) {
				return new EntityComparison(this.sessions, null).compare(entities, answers);
			}
			state().requireUpToDate();
			return new EntityComparison(this.sessions, database()).compare(entities, answers);
		});
	}

	/**
	 * Find what somebody has changed by hand: what makes the database at hand of the
	 * schema the changelog gives.
	 * @return what the changelog does not know
	 */
	public Comparison drift() {
		return redacted(() -> {
			state().requireUpToDate();
			return new Drift(database(), this.sessions).find();
		});
	}

	/**
	 * Find what a first revision has to make, for a database that has no history yet.
	 * @return what makes the database at hand of an empty one
	 */
	public Comparison baseline() {
		return redacted(() -> {
			state().requireNoHistory();
			return new Baseline(database(), this.sessions).write();
		});
	}

	/**
	 * Write the file of a baseline and count it as applied, once it is proved that it
	 * makes the schema that is there. Otherwise nothing is written.
	 * @param file the first revision, not written yet
	 */
	public void adopt(RevisionFile file) {
		redacted(() -> {
			state().requireNoHistory();
			new Baseline(database(), this.sessions).verify(file);
			new Adoption(this.migrations).of(file);
			return file;
		});
	}

	/** Do something whose failure may repeat the URL a driver was given. */
	private <T> T redacted(Supplier<T> work) {
		try {
			return work.get();
		}
		catch (MigrationException ex) {
			throw internals().redact(ex);
		}
	}

	private MigrationsInternals internals() {
		return MigrationsInternals.of(this.migrations);
	}

	private DatabaseState state() {
		return new DatabaseState(this.migrations.status());
	}

	private DataSource database() {
		return internals().dataSource();
	}

}
