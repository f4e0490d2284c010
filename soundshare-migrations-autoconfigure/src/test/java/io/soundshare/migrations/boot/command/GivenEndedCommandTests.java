package io.soundshare.migrations.boot.command;

import java.util.List;

import io.soundshare.migrations.boot.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/**
 * In a database that is there already.
 */
@Tag("server")
class GivenEndedCommandTests extends EndedCommandContractTests {

	private TestDatabase database;

	private TestDatabase given;

	@BeforeEach
	void setUp() {
		this.database = TestDatabase.postgres();
		this.given = TestDatabase.postgres();
	}

	@Override
	TestDatabase database() {
		return this.database;
	}

	@Override
	List<String> settings() {
		return List.of("--soundshare.migrations.shadow.url=" + this.given.url());
	}

	@Override
	String endless() {
		return "create table half_way (id int); select pg_sleep(600)";
	}

	@Override
	boolean isBusy(long process) {
		return !this.given.jdbc()
			.queryForList("select pid from pg_stat_activity where query like 'select pg_sleep(600)%' "
					+ "and datname = current_database()")
			.isEmpty();
	}

	@Override
	List<String> left(long process) {
		return this.given.jdbc()
			.queryForList("select nspname from pg_namespace where nspname like 'soundshare%' union all "
					+ "select tablename::text from pg_tables where schemaname = 'public'", String.class);
	}

}
