package io.soundshare.migrations.sqlite.execution;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.soundshare.migrations.sqlite.alter.TableEdit;
import io.soundshare.migrations.sqlite.alter.Verification;
import io.soundshare.migrations.sqlite.schema.SchemaSource;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * The life of a transaction that change sets run in: foreign keys are not enforced in it
 * if a table may be rebuilt, and verified before the commit.
 */
final class ChangeSetTransaction {

	private final SchemaSource database;

	private final DryRun dryRun;

	private final ForeignKeyEnforcement enforcement;

	private boolean begun;

	/** Whether the transaction is somebody else's, and has work of before in it. */
	private boolean marked;

	private @Nullable Verification verification;

	ChangeSetTransaction(SchemaSource database, DryRun dryRun) {
		this.database = database;
		this.dryRun = dryRun;
		this.enforcement = new ForeignKeyEnforcement(database);
	}

	/**
	 * Prepares for all statements of a change set, before the first of them is run.
	 * @param ahead the changes of tables that are ahead
	 * @param rowsChange whether rows may be changed as well, other than by those
	 */
	void begin(Supplier<List<TableEdit>> ahead, BooleanSupplier rowsChange) throws DatabaseException {
		if (this.begun || this.dryRun.isOn() || this.database.isAutoCommit()) {
			return;
		}
		this.begun = true;
		List<TableEdit> edits = ahead.get();
		if (edits.isEmpty() && !this.enforcement.isPaused()) {
			return;
		}
		SqliteSchema schema = this.database.schema();
		if (!this.marked && edits.stream().anyMatch((edit) -> !edit.isNativeIn(schema))) {
			this.enforcement.pause();
		}
		this.verification = new Verification(schema);
		if (this.enforcement.isPaused() && rowsChange.getAsBoolean()) {
			this.verification.beforeRowsChange();
		}
	}

	/**
	 * The commit: only a mark if the transaction is somebody else's, after which the
	 * verification begins anew; else the end of it.
	 */
	void committed() throws DatabaseException {
		if (SharedTransaction.isOpen()) {
			this.begun = false;
			this.verification = null;
			this.marked = true;
		}
		else {
			end();
		}
	}

	/**
	 * The rollback: what was done since the last mark is undone, or all of it. A
	 * transaction of several change sets begins like this too: if one of them may rebuild
	 * a table, foreign keys are not enforced in any, since that can be changed before its
	 * first statement only.
	 */
	void rolledBack() throws DatabaseException {
		if (!SharedTransaction.isOpen()) {
			end();
			return;
		}
		this.begun = false;
		this.verification = null;
		if (!this.marked && !this.dryRun.isOn() && SharedTransaction.mayRebuild(this.database)) {
			this.enforcement.pause();
		}
	}

	private void end() throws DatabaseException {
		this.begun = false;
		this.marked = false;
		this.verification = null;
		this.enforcement.resume();
	}

	/**
	 * Runs a part of a change set without a transaction in one of its own.
	 * @param unenforced whether foreign keys must not be enforced in it
	 * @param part the part
	 */
	void alone(boolean unenforced, Part part) throws DatabaseException {
		if (unenforced) {
			this.enforcement.pause();
		}
		Connection connection = Connections.jdbc(this.database);
		try {
			connection.setAutoCommit(false);
			try {
				part.run();
				this.database.commit();
			}
			catch (DatabaseException | RuntimeException ex) {
				this.database.rollback();
				throw ex;
			}
			finally {
				connection.setAutoCommit(true);
			}
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex);
		}
	}

	boolean isEnforcing() {
		return this.enforcement.isOn();
	}

	/** The verification, from now on if it was not needed before. */
	Verification verification() {
		if (this.verification == null) {
			this.verification = new Verification(this.database.schema());
		}
		return this.verification;
	}

	/** The verification that statements need while foreign keys are not enforced. */
	Optional<Verification> unenforced() {
		return this.enforcement.isPaused() ? Optional.ofNullable(this.verification) : Optional.empty();
	}

	void verify() {
		if (this.verification != null) {
			this.verification.verify();
		}
	}

	/** Ends a part that, in a dry run, would have been a transaction of its own. */
	void endPart() {
		verify();
		this.verification = null;
	}

	/** A part of a change set. */
	interface Part {

		void run() throws DatabaseException;

	}

}
