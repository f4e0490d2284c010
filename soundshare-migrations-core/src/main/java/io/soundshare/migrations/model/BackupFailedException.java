package io.soundshare.migrations.model;

import org.jspecify.annotations.Nullable;

/**
 * A copy of a database cannot be made, read, or put in its place.
 */
public final class BackupFailedException extends MigrationException {

	private BackupFailedException(String problem, Wording wayOut, @Nullable Throwable cause) {
		super(Wording.of(problem), wayOut, cause);
	}

	@Override
	public ErrorCode code() {
		return ErrorCode.BACKUP_FAILED;
	}

	/**
	 * Say that there is no copy.
	 * @param reason why, without an end
	 */
	public static BackupFailedException notTaken(String reason, @Nullable Throwable cause) {
		return new BackupFailedException("No backup could be made: " + reason + ". Nothing was done.",
				Wording.format("Correct that, keep backups elsewhere with %s, or go without with %s.",
						Remedy.Kind.BACKUP_FOLDER.of("FOLDER"), Remedy.Kind.BACKUP.of("never")),
				cause);
	}

	/**
	 * Say that there is no copy to try things out on.
	 * @param reason why, without an end
	 */
	public static BackupFailedException notRehearsed(String reason, @Nullable Throwable cause) {
		return new BackupFailedException(
				"There is no copy of the database to rehearse on: " + reason + ". Nothing was done.",
				Wording.of("Correct that, and try again."), cause);
	}

	/**
	 * Say that this database has no backups.
	 * @param reason why, without an end
	 */
	public static BackupFailedException unsupported(String reason) {
		return new BackupFailedException("There are no backups of this database: " + reason + ".",
				Wording.of("Back it up with the tools of its product."), null);
	}

	/**
	 * Say that no backup is meant, or several are.
	 * @param name what was asked for
	 * @param names the names there are
	 */
	public static BackupFailedException unknown(String name, Iterable<String> names) {
		String all = String.join(System.lineSeparator() + "  ", names);
		return new BackupFailedException(
				name.isEmpty() ? "There is no backup." : "There is no backup '" + Printable.line(name) + "'.",
				all.isEmpty() ? Wording.format("Make one with %s.", Remedy.Kind.TAKE_BACKUP.remedy())
						: Wording.of("There are:" + System.lineSeparator() + "  " + all),
				null);
	}

	/**
	 * Say that a backup is no whole copy.
	 * @param name its name
	 * @param damage what is wrong with it, without an end
	 */
	public static BackupFailedException damaged(String name, String damage) {
		return new BackupFailedException("The backup " + name + " cannot be used: " + damage + ". Nothing was done.",
				Wording.format("Use another one: %s.", Remedy.Kind.BACKUPS.remedy()), null);
	}

	/**
	 * Say that what was no whole database is one less than before.
	 * @param aside where what was there is now
	 * @param reason why, without an end
	 */
	public static BackupFailedException halfRestored(String aside, String reason, @Nullable Throwable cause) {
		return new BackupFailedException("The database was not restored: " + reason + ". What was there was no whole "
				+ "database, and is in " + Printable.line(aside) + ".",
				Wording.of("Correct that, and restore it again."), cause);
	}

	/**
	 * Say that copies cannot be read.
	 * @param reason why, without an end
	 */
	public static BackupFailedException notRead(String reason, @Nullable Throwable cause) {
		return new BackupFailedException("The backups cannot be read: " + reason + ".",
				Wording.of("Correct that, and try again."), cause);
	}

	/**
	 * Say that several copies may be meant.
	 * @param name what was asked for
	 * @param names the names that begin so
	 */
	public static BackupFailedException ambiguous(String name, Iterable<String> names) {
		return new BackupFailedException("The names of several backups begin with '" + Printable.line(name) + "'.",
				Wording.of("Give more of the one you mean:" + System.lineSeparator() + "  "
						+ String.join(System.lineSeparator() + "  ", names)),
				null);
	}

	/**
	 * Say that the database is as it was.
	 * @param reason why, without an end
	 * @param wayOut what to do about it
	 */
	public static BackupFailedException notRestored(String reason, String wayOut, @Nullable Throwable cause) {
		return new BackupFailedException("The database was not restored: " + reason + ". It is as it was.",
				Wording.of(wayOut), cause);
	}

}
