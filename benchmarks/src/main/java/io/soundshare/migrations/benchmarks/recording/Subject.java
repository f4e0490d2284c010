package io.soundshare.migrations.benchmarks.recording;

import java.sql.Connection;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.benchmarks.changelog.SampleChangelog;
import io.soundshare.migrations.benchmarks.database.TrialDatabase;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * What is measured side by side.
 */
enum Subject {

	/** Migrations that record nothing. */
	WITHOUT {

		@Override
		void upgrade(TrialDatabase database, SampleChangelog changelog) {
			migrations(database, changelog, false).upgrade();
		}

	},

	/** Migrations as they are by default. */
	WITH {

		@Override
		void upgrade(TrialDatabase database, SampleChangelog changelog) {
			migrations(database, changelog, true).upgrade();
		}

	},

	/** Liquibase alone. */
	STOCK {

		@Override
		void upgrade(TrialDatabase database, SampleChangelog changelog) throws Exception {
			try (Connection connection = database.dataSource().getConnection();
					Liquibase liquibase = new Liquibase(changelog.path(), new ClassLoaderResourceAccessor(),
							DatabaseFactory.getInstance()
								.findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
				liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
				Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> liquibase.update(new Contexts()));
			}
		}

	};

	/** Bring a database to head. */
	abstract void upgrade(TrialDatabase database, SampleChangelog changelog) throws Exception;

	private static Migrations migrations(TrialDatabase database, SampleChangelog changelog, boolean recorded) {
		return Migrations.builder(database.dataSource(), changelog.path()).recordUndo(recorded).build();
	}

}
