package io.soundshare.migrations.boot.command;

import java.io.IOException;
import java.util.List;

import io.soundshare.migrations.boot.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

@Tag("process")
class SqliteEndedCommandTests extends EndedCommandContractTests {

	private TestDatabase database;

	@BeforeEach
	void setUp() {
		this.database = TestDatabase.sqlite(this.directory);
	}

	@Override
	TestDatabase database() {
		return this.database;
	}

	@Override
	String endless() {
		return "create table n as with recursive n(i) as (select 1 union all select i + 1 from n where i < 9000000000) "
				+ "select max(i) from n";
	}

	@Override
	boolean isBusy(long process) throws IOException {
		return temporaryFiles().stream().anyMatch((name) -> name.endsWith(".migration-lock"));
	}

	@Override
	List<String> left(long process) {
		return List.of();
	}

}
