package io.soundshare.migrations;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A file in a folder, foreign keys enforced.
 *
 * @param folder the folder
 * @param file the database
 */
public record SqliteTestDatabase(Path folder, Path file) implements TestDatabase {

	public SqliteTestDatabase(Path folder) {
		this(folder, folder.resolve(UUID.randomUUID() + ".db"));
	}

	@Override
	public String dbms() {
		return "sqlite";
	}

	@Override
	public DataSource dataSource() {
		SQLiteConfig config = new SQLiteConfig();
		config.enforceForeignKeys(true);
		// What a process leaves when it dies is the same; only the machine must not.
		config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
		SQLiteDataSource dataSource = new SQLiteDataSource(config);
		dataSource.setUrl("jdbc:sqlite:" + this.file);
		return dataSource;
	}

	@Override
	public List<String> schema() {
		return rows("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
				+ " AND upper(name) NOT LIKE 'DATABASECHANGELOG%' ORDER BY 1, 2");
	}

	@Override
	public TestDatabase another() {
		return new SqliteTestDatabase(this.folder);
	}

}
