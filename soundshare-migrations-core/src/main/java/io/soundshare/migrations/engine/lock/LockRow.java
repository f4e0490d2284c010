package io.soundshare.migrations.engine.lock;

import io.soundshare.migrations.engine.connection.TableAccess;
import io.soundshare.migrations.engine.mutex.LockHolder;
import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.model.LockStatus;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.executor.Executor;
import liquibase.executor.ExecutorService;
import liquibase.lockservice.StandardLockService;
import liquibase.statement.core.LockDatabaseChangeLogStatement;
import liquibase.statement.core.UnlockDatabaseChangeLogStatement;

/**
 * The row of Liquibase's lock table, which keeps stock Liquibase out while we migrate,
 * and us while it does.
 */
final class LockRow {

	private final Database database;

	private final DatabaseProduct product;

	private final TableAccess access;

	LockRow(Database database) {
		this.database = database;
		this.product = DatabaseProduct.of(database);
		this.access = new TableAccess(database, database.getDatabaseChangeLogLockTableName());
	}

	LockStatus read() throws LiquibaseException {
		LockStatus status = LockReader.read(this.database);
		this.database.rollback();
		return status;
	}

	/** Make the table and the row as Liquibase does. */
	void prepare() throws DatabaseException {
		StandardLockService service = new StandardLockService();
		service.setDatabase(this.database);
		service.init();
	}

	/**
	 * Lock it, as Liquibase does, and add who we are.
	 * @return whether nobody else had it locked
	 */
	boolean take(String holder) throws DatabaseException {
		return finish(executor().update(new LockDatabaseChangeLogStatement()) == 1, holder);
	}

	/**
	 * Lock it in the place of a holder that is gone.
	 * @return whether that holder, and nobody else, had it locked
	 */
	boolean takeOver(String gone, String holder) throws DatabaseException {
		return finish(isNamed(gone) && executor().update(new UnlockDatabaseChangeLogStatement()) == 1
				&& executor().update(new LockDatabaseChangeLogStatement()) == 1, holder);
	}

	/**
	 * Say that the holder is still there, or how far it is.
	 * @return whether it still has it
	 */
	boolean rename(String id, String to) throws DatabaseException {
		return finish(isHeldBy(id), to);
	}

	/** Unlock it, unless somebody else has it by now. */
	void release(String id) throws DatabaseException {
		this.database.rollback();
		unlock(isHeldBy(id));
	}

	/** Unlock it, unless the holder that was seen is not its holder any more. */
	void releaseOf(String holder) throws DatabaseException {
		unlock(isNamed(holder));
	}

	private void unlock(boolean held) throws DatabaseException {
		finish(held && executor().update(new UnlockDatabaseChangeLogStatement()) == 1);
	}

	/** Make sure, until the end of the transaction, that it still belongs to somebody. */
	boolean isHeldBy(String id) throws DatabaseException {
		return this.product.isLockRow("LOCKEDBY LIKE ?", LockHolder.like(id));
	}

	/**
	 * Make sure of it likewise, and say how far the holder is: to be seen with what the
	 * transaction did.
	 */
	boolean isHeldBy(String id, String holder) throws DatabaseException {
		boolean held = isHeldBy(id);
		if (held) {
			name(holder);
		}
		return held;
	}

	private boolean isNamed(String holder) throws DatabaseException {
		return this.product.isLockRow("LOCKEDBY = ?", holder);
	}

	private void name(String holder) throws DatabaseException {
		this.access.update("UPDATE %s SET LOCKEDBY = ? WHERE ID = 1", holder);
	}

	private boolean finish(boolean held, String holder) throws DatabaseException {
		if (held) {
			name(holder);
		}
		finish(held);
		return held;
	}

	private void finish(boolean succeeded) throws DatabaseException {
		if (succeeded) {
			this.database.commit();
		}
		else {
			this.database.rollback();
		}
	}

	private Executor executor() {
		return Scope.getCurrentScope().getSingleton(ExecutorService.class).getExecutor("jdbc", this.database);
	}

}
