package io.soundshare.migrations.benchmarks.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A file in a folder of its own, foreign keys enforced.
 *
 * @param folder the folder
 * @param synchronous how sure a commit is
 */
public record SqliteTrialDatabase(Path folder, SQLiteConfig.SynchronousMode synchronous) implements TrialDatabase {

	private static final String THEIRS = " upper(tbl_name) NOT LIKE 'DATABASECHANGELOG%'"
			+ " AND tbl_name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

	public static SqliteTrialDatabase create(SQLiteConfig.SynchronousMode synchronous) {
		try {
			return new SqliteTrialDatabase(Files.createTempDirectory("trial"), synchronous);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String product() {
		return "SQLite";
	}

	@Override
	public DataSource dataSource() {
		SQLiteConfig config = new SQLiteConfig();
		config.enforceForeignKeys(true);
		config.setSynchronous(this.synchronous);
		SQLiteDataSource dataSource = new SQLiteDataSource(config);
		dataSource.setUrl("jdbc:sqlite:" + file());
		return dataSource;
	}

	@Override
	public Fingerprint fingerprint() throws SQLException {
		try (Connection connection = dataSource().getConnection()) {
			List<String> lines = Rows.of(connection,
					"SELECT type, name, tbl_name, sql FROM sqlite_master WHERE" + THEIRS);
			for (String query : Rows.of(connection,
					"""
							SELECT 'SELECT ''row '' || ' || quote(m.name) || ' || '
								|| group_concat('typeof("' || c.name || '") || '' '' || quote("' || c.name || '")', ' || '', '' || ')
								|| ' FROM "' || m.name || '"'
							FROM sqlite_master m, pragma_table_xinfo(m.name) c WHERE m.type = 'table' AND"""
							+ THEIRS + " GROUP BY m.name")) {
				lines.addAll(Rows.of(connection, query));
			}
			return new Fingerprint(new ArrayList<>(lines));
		}
	}

	@Override
	public long size() throws SQLException {
		return file().toFile().length();
	}

	@Override
	public void close() {
		try (Stream<Path> files = Files.list(this.folder)) {
			for (Path file : files.toList()) {
				Files.delete(file);
			}
			Files.delete(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path file() {
		return this.folder.resolve("trial.db");
	}

}
