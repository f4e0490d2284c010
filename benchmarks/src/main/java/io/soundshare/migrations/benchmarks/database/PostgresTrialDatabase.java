package io.soundshare.migrations.benchmarks.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A database on a server that is started once and stops with the JVM.
 */
public final class PostgresTrialDatabase implements TrialDatabase {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final String name;

	/** A new one for each look would take longer than the look. */
	private final Connection reader;

	private PostgresTrialDatabase(String name) throws SQLException {
		this.name = name;
		this.reader = dataSource().getConnection();
	}

	public static PostgresTrialDatabase create() throws SQLException {
		String name = "trial" + NUMBER.incrementAndGet();
		serve("CREATE DATABASE " + name);
		return new PostgresTrialDatabase(name);
	}

	@Override
	public String product() {
		return "PostgreSQL";
	}

	@Override
	public DataSource dataSource() {
		return Server.INSTANCE.getDatabase("postgres", this.name);
	}

	@Override
	public Fingerprint fingerprint() throws SQLException {
		List<String> lines = new ArrayList<>(Rows.of(this.reader, PostgresCatalog.OBJECTS));
		List<String> queries = Rows.of(this.reader, PostgresCatalog.ROW_QUERIES);
		if (!queries.isEmpty()) {
			lines.addAll(Rows.of(this.reader, String.join(" UNION ALL ", queries)));
		}
		return new Fingerprint(lines);
	}

	@Override
	public long size() throws SQLException {
		return Long.parseLong(Rows.of(this.reader, "SELECT pg_database_size(current_database())").get(0));
	}

	@Override
	public void close() throws SQLException {
		this.reader.close();
		serve("DROP DATABASE " + this.name + " WITH (FORCE)");
	}

	private static void serve(String sql) throws SQLException {
		try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/**
	 * Started when it is first asked for.
	 */
	private static final class Server {

		static final EmbeddedPostgres INSTANCE = start();

		private static EmbeddedPostgres start() {
			try {
				return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
