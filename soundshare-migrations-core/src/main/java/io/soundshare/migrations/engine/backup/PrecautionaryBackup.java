package io.soundshare.migrations.engine.backup;

import java.sql.SQLException;

import io.soundshare.migrations.backup.BackupMode;
import io.soundshare.migrations.engine.catalog.RevisionCatalog;
import io.soundshare.migrations.engine.copy.CopySource;
import io.soundshare.migrations.engine.copy.DatabaseCopy;
import io.soundshare.migrations.engine.session.BackupSettings;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.engine.undo.UndoPolicies;
import io.soundshare.migrations.model.Backup;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.ProgressListener;
import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * Has the database copied before something is done with it, if the settings want that.
 */
public final class PrecautionaryBackup {

	private final LiquibaseSession session;

	private final ProgressListener listener;

	/**
	 * Create one.
	 * @param listener hears how far the copy is, if it takes long
	 */
	public PrecautionaryBackup(LiquibaseSession session, ProgressListener listener) {
		this.session = session;
		this.listener = listener;
	}

	/**
	 * Copy the database before a plan is carried out. Of a reset that was done before all
	 * was dropped.
	 * @return the copy; {@code null} if none is wanted
	 */
	public @Nullable Backup before(Plan plan, RevisionCatalog catalog) throws Exception {
		BackupMode mode = mode();
		boolean wanted = (mode == BackupMode.ALWAYS) ? !plan.isEmpty() && plan.operation() != Operation.RESET
				: mode == BackupMode.DESTRUCTIVE && isDestructive(plan, catalog);
		return wanted ? take() : null;
	}

	/**
	 * Copy the database before all of it is dropped, or nobody knows what.
	 * @return the copy; {@code null} if none is wanted
	 */
	public @Nullable Backup beforeAnythingMayGo() throws Exception {
		return (mode() != BackupMode.NEVER) ? take() : null;
	}

	private BackupMode mode() throws SQLException {
		BackupSettings settings = this.session.settings().backup();
		BackupMode mode = settings.mode();
		if (mode == BackupMode.NEVER) {
			return mode;
		}
		DatabaseCopy copy = DatabaseCopy.of(this.session.copySource());
		if (mode == null) {
			return (copy != null && copy.isUsual()) ? BackupMode.DESTRUCTIVE : BackupMode.NEVER;
		}
		// What is in memory only is lost with its process anyway.
		return (copy != null && copy.isTransient()) ? BackupMode.NEVER : mode;
	}

	private static boolean isDestructive(Plan plan, RevisionCatalog catalog) {
		return switch (plan.operation()) {
			case STAMP, RESET -> false;
			case DOWNGRADE -> plan.isLossy();
			case UPGRADE -> plan.revisions().stream().anyMatch((revision) -> {
				ChangeSet changeSet = catalog.source(revision).changeSet();
				return changeSet != null && LossyChanges.isIn(changeSet);
			});
		};
	}

	private @Nullable Backup take() throws Exception {
		this.session.database().rollback();
		CopySource source = this.session.copySource();
		Backups backups = Backups.of(source, this.session.settings().backup(), this.listener);
		if (backups.isEmpty(UndoPolicies.of(this.session)::isOwn)) {
			return null;
		}
		Backup taken = backups.take();
		Scope.getCurrentScope().getLog(getClass()).info("Backed up to " + taken.name() + " in " + backups);
		return taken;
	}

}
