package io.soundshare.migrations.benchmarks.random;

import io.soundshare.migrations.benchmarks.database.SqliteTrialDatabase;
import io.soundshare.migrations.benchmarks.database.TrialDatabase;
import org.junit.jupiter.api.Tag;
import org.sqlite.SQLiteConfig;

@Tag("random")
class SqliteRandomWalkTests extends RandomWalkContractTests {

	@Override
	TrialDatabase open() {
		return SqliteTrialDatabase.create(SQLiteConfig.SynchronousMode.OFF);
	}

}
