package io.soundshare.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.sqlite.SQLiteDataSource;

/**
 * A process that copies or restores a database over and over, until it is killed.
 */
public final class BackupProcess {

	private BackupProcess() {
	}

	/**
	 * Copy or restore.
	 * @param args the database, the copy to restore, if there is one, and a third one if
	 * it is to be restored to nowhere
	 */
	public static void main(String[] args) throws IOException {
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
				if (args.length > 2) {
					Files.delete(Path.of(args[0]));
				}
				migrations.restore(args[1]);
			}
		}
	}

}
