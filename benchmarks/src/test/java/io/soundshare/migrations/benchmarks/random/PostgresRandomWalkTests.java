package io.soundshare.migrations.benchmarks.random;

import java.sql.SQLException;

import io.soundshare.migrations.benchmarks.database.PostgresTrialDatabase;
import io.soundshare.migrations.benchmarks.database.TrialDatabase;
import org.junit.jupiter.api.Tag;

@Tag("random")
class PostgresRandomWalkTests extends RandomWalkContractTests {

	@Override
	TrialDatabase open() throws SQLException {
		return PostgresTrialDatabase.create();
	}

}
