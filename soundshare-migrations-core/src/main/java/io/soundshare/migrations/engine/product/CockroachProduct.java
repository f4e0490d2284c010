package io.soundshare.migrations.engine.product;

import io.soundshare.migrations.engine.mutex.Mutex;
import io.soundshare.migrations.engine.recording.UndoDialect;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * CockroachDB, which has no advisory locks.
 */
final class CockroachProduct extends PostgresProduct {

	CockroachProduct(Database database) {
		super(database);
	}

	/** Its catalogue is another one. */
	@Override
	public @Nullable UndoDialect undo() {
		return null;
	}

	@Override
	public @Nullable Mutex mutex(String id) {
		return null;
	}

}
