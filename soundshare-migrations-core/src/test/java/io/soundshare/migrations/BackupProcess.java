package io.soundshare.migrations;

import org.sqlite.SQLiteDataSource;

/**
 * A process that copies or restores a database over and over, until it is killed.
 */
public final class BackupProcess {

	private BackupProcess() {
	}

	/**
	 * Copy or restore.
	 * @param args the database, and the copy to restore, if there is one
	 */
	public static void main(String[] args) {
		SQLiteDataSource dataSource = new SQLiteDataSource();
		dataSource.setUrl("jdbc:sqlite:" + args[0]);
		Migrations migrations = Migrations.builder(dataSource, "none").keepBackups(1000).build();
		migrations.backups();
		System.out.println("ready");
		while (true) {
			if (args.length == 1) {
				migrations.backup();
			}
			else {
				migrations.restore(args[1]);
			}
		}
	}

}
