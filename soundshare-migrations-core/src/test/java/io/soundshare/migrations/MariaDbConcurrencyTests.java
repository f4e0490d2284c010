package io.soundshare.migrations;

import org.junit.jupiter.api.Tag;

/**
 * Nobody is killed: without transactions that would be somebody's work to look after.
 */
@Tag("server")
class MariaDbConcurrencyTests extends ConcurrencyContractTests {

	@Override
	TestDatabase open() {
		return new MariaDbTestDatabase();
	}

	@Override
	String url(TestDatabase database) {
		return ((MariaDbTestDatabase) database).url();
	}

	@Override
	int rounds() {
		return Math.max(1, super.rounds() / 5);
	}

	@Override
	int processes() {
		return 4;
	}

	@Override
	boolean killsTheLeader() {
		return false;
	}

}
