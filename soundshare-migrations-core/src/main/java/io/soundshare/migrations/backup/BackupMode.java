package io.soundshare.migrations.backup;

/**
 * When a database is copied before something is done with it.
 */
public enum BackupMode {

	/**
	 * Never, but when somebody asks for it.
	 */
	NEVER,

	/**
	 * Before what can lose data: a reset, a downgrade whose plan says so, and an upgrade
	 * with a change that removes or overwrites rows, or may.
	 */
	DESTRUCTIVE,

	/**
	 * Before every operation that changes anything.
	 */
	ALWAYS

}
