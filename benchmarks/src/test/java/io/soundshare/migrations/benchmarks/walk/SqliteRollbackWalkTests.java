package io.soundshare.migrations.benchmarks.walk;

import io.soundshare.migrations.benchmarks.database.SqliteTrialDatabase;
import io.soundshare.migrations.benchmarks.database.TrialDatabase;
import org.junit.jupiter.api.Tag;
import org.sqlite.SQLiteConfig;

@Tag("slow")
class SqliteRollbackWalkTests extends RollbackWalkContractTests {

	@Override
	TrialDatabase open() {
		return SqliteTrialDatabase.create(SQLiteConfig.SynchronousMode.OFF);
	}

}
