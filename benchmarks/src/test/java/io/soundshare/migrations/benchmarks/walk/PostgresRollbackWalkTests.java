package io.soundshare.migrations.benchmarks.walk;

import java.sql.SQLException;

import io.soundshare.migrations.benchmarks.changelog.SampleChangelog;
import io.soundshare.migrations.benchmarks.database.PostgresTrialDatabase;
import io.soundshare.migrations.benchmarks.database.TrialDatabase;
import org.junit.jupiter.api.Tag;

@Tag("server")
class PostgresRollbackWalkTests extends RollbackWalkContractTests {

	@Override
	TrialDatabase open() throws SQLException {
		return PostgresTrialDatabase.create();
	}

	@Override
	boolean isWalked(SampleChangelog changelog) {
		return Boolean.getBoolean("walk.all") || changelog == SampleChangelog.QUIRE;
	}

}
