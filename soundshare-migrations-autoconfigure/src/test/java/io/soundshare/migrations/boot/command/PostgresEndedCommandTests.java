package io.soundshare.migrations.boot.command;

import java.util.List;

import io.soundshare.migrations.boot.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

@Tag("server")
class PostgresEndedCommandTests extends EndedCommandContractTests {

	private TestDatabase database;

	@BeforeEach
	void setUp() {
		this.database = TestDatabase.postgres();
	}

	@Override
	TestDatabase database() {
		return this.database;
	}

	@Override
	String endless() {
		return "select pg_sleep(600)";
	}

	@Override
	boolean isBusy(long process) {
		return !this.database.jdbc()
			.queryForList("select pid from pg_stat_activity where query like 'select pg_sleep(600)%' and datname in ("
					+ made(process) + ")")
			.isEmpty();
	}

	@Override
	List<String> left(long process) {
		return this.database.jdbc().queryForList(made(process), String.class);
	}

	private static String made(long process) {
		return "select datname from pg_database where shobj_description(oid, 'pg_database') like '%by process "
				+ process + " at%'";
	}

}
