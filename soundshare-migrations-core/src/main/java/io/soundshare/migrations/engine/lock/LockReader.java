package io.soundshare.migrations.engine.lock;

import java.util.List;
import java.util.Map;

import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.model.LockStatus;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.executor.ExecutorService;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.statement.core.SelectFromDatabaseChangeLogLockStatement;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lock row. Not {@code LockService.listLocks()}: on SQLite that fails with a
 * ClassCastException, because LOCKGRANTED is a text there (Liquibase 5.0.4).
 */
final class LockReader {

	private LockReader() {
	}

	static LockStatus read(Database database) throws LiquibaseException {
		if (!SnapshotGeneratorFactory.getInstance().hasDatabaseChangeLogLockTable(database)) {
			return LockStatus.FREE;
		}
		List<Map<String, ?>> rows = Scope.getCurrentScope()
			.getSingleton(ExecutorService.class)
			.getExecutor("jdbc", database)
			.queryForList(new SelectFromDatabaseChangeLogLockStatement("ID", "LOCKED", "LOCKGRANTED", "LOCKEDBY"));
		for (Map<String, ?> row : rows) {
			if (isTrue(row.get("LOCKED"))) {
				return new LockStatus(true, (String) row.get("LOCKEDBY"),
						DatabaseProduct.of(database).lockedSince(row.get("LOCKGRANTED")));
			}
		}
		return LockStatus.FREE;
	}

	private static boolean isTrue(@Nullable Object locked) {
		return (locked instanceof Number number) ? number.intValue() != 0 : Boolean.TRUE.equals(locked);
	}

}
