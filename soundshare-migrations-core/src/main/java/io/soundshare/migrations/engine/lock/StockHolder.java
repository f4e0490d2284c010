package io.soundshare.migrations.engine.lock;

import java.time.Duration;
import java.time.Instant;

import io.soundshare.migrations.engine.connection.Origin;
import io.soundshare.migrations.engine.mutex.LockHolder;
import io.soundshare.migrations.engine.product.DatabaseProduct;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a stock Liquibase that has locked the row is gone. It leaves nothing
 * there that would die with it: so by what else a live one must have, which is a session
 * on PostgreSQL and an open file on SQLite; and by age, if that does not decide it.
 */
final class StockHolder {

	private final Database database;

	private final Origin origin;

	private final Duration oldAge;

	StockHolder(Database database, Origin origin, Duration oldAge) {
		this.database = database;
		this.origin = origin;
		this.oldAge = oldAge;
	}

	/** Why it must be gone; {@code null} if it may be alive. */
	@Nullable String whyGone(LockHolder holder, @Nullable Instant since) throws DatabaseException {
		String why = DatabaseProduct.of(this.database).whyStockHolderIsGone(holder, since, this.origin);
		if (why != null) {
			return why;
		}
		if (since != null && since.plus(this.oldAge).isBefore(Instant.now())) {
			return "it is older than " + this.oldAge.toMinutes() + " minutes";
		}
		return null;
	}

}
