package io.soundshare.migrations.engine.session;

import java.util.List;
import java.util.Map;

import io.soundshare.migrations.engine.connection.AtomicConnection;
import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Makes one transaction of what Liquibase commits piece by piece.
 * <p>
 * An extension that does things of its own around a transaction, as
 * {@code soundshare-migrations-sqlite} does, learns of it from Liquibase's scope: under
 * {@link #UPGRADE} or {@link #DOWNGRADE} there are the change sets that share the
 * transaction. It begins with a rollback; commits and rollbacks are marks for as long as
 * the value is there; the commit or rollback that ends it comes without it.
 */
public final class UnitOfWork {

	/** The scope's key to a list of change sets that are carried out. */
	public static final String UPGRADE = "soundshare.transaction.upgrade";

	/** The scope's key to a list of change sets that are undone. */
	public static final String DOWNGRADE = "soundshare.transaction.downgrade";

	private final Database database;

	private final String direction;

	public UnitOfWork(Database database, String direction) {
		this.database = database;
		this.direction = direction;
	}

	/**
	 * Do something, and commit all of it or nothing.
	 * @param changeSets the change sets it is about
	 * @param work what to do
	 * @return what comes of it
	 */
	public <T> @Nullable T run(List<ChangeSet> changeSets, Work<T> work) throws LiquibaseException {
		AtomicConnection connection = AtomicConnection.of(this.database);
		connection.putCommitsOff();
		try {
			T done = Scope.child(Map.of(this.direction, changeSets), () -> {
				this.database.rollback();
				return work.run();
			});
			connection.stopPuttingOff();
			this.database.commit();
			return done;
		}
		catch (LiquibaseException | RuntimeException | Error ex) {
			undo(connection, ex);
			throw ex;
		}
		catch (Exception ex) {
			undo(connection, ex);
			throw new LiquibaseException(ex);
		}
	}

	/** Roll back; where that cannot be done any more, the database does it itself. */
	private void undo(AtomicConnection connection, Throwable failure) {
		connection.stopPuttingOff();
		try {
			this.database.rollback();
		}
		catch (DatabaseException | RuntimeException ex) {
			failure.addSuppressed(ex);
		}
	}

	/**
	 * Work of one transaction.
	 *
	 * @param <T> the type of its result
	 */
	@FunctionalInterface
	public interface Work<T> {

		@Nullable T run() throws LiquibaseException;

	}

}
