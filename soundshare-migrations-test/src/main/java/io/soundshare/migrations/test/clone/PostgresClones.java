package io.soundshare.migrations.test.clone;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.soundshare.migrations.engine.friend.TestBench;

/**
 * Databases on the application's server. A copy has another one as its template.
 */
final class PostgresClones implements Clones {

	private static final String PREFIX = "jdbc:postgresql:";

	private static final String LIKE = """
			SELECT format('ENCODING %L LC_COLLATE %L LC_CTYPE %L', pg_encoding_to_char(encoding), datcollate, datctype)
			FROM pg_database WHERE datname = current_database()""";

	private final String url;

	private final DataSource application;

	private final TestBench bench;

	private final Set<String> schemas;

	private final String prefix = "soundshare_test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12)
			+ "_";

	private final AtomicInteger number = new AtomicInteger();

	PostgresClones(String url, DataSource application, TestBench bench, Set<String> schemas) {
		this.url = url;
		this.application = application;
		this.bench = bench;
		this.schemas = schemas;
	}

	@Override
	public Clone empty() throws SQLException {
		Clone empty;
		try (Connection connection = connection()) {
			empty = make(connection, "template0 " + texts(connection, LIKE).get(0));
		}
		try (Connection connection = empty.dataSource().getConnection()) {
			for (String schema : this.schemas) {
				run(connection, "CREATE SCHEMA IF NOT EXISTS \"" + schema.replace("\"", "\"\"") + "\"");
			}
		}
		return empty;
	}

	@Override
	public Clone copy(Clone original) throws SQLException {
		try (Connection connection = connection()) {
			return make(connection, original.name());
		}
	}

	private Clone make(Connection connection, String template) throws SQLException {
		String name = this.prefix + this.number.incrementAndGet();
		run(connection, "CREATE DATABASE " + name + " TEMPLATE " + template);
		return new Clone(name, this.bench.elsewhere(url(name)), () -> drop(name));
	}

	/** The URL of another database on the same server. */
	private String url(String database) {
		String address = this.url.substring(PREFIX.length());
		int question = address.indexOf('?');
		String place = (question >= 0) ? address.substring(0, question) : address;
		int slash = place.indexOf('/', 2);
		String hosts = place.startsWith("//") ? place.substring(0, (slash >= 0) ? slash : place.length()) + "/" : "";
		return PREFIX + hosts + URLEncoder.encode(database, StandardCharsets.UTF_8)
				+ ((question >= 0) ? address.substring(question) : "");
	}

	private void drop(String name) {
		try (Connection connection = connection()) {
			run(connection, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The database " + name + " cannot be dropped: " + ex.getMessage(), ex);
		}
	}

	private Connection connection() throws SQLException {
		Connection connection = this.application.getConnection();
		connection.setAutoCommit(true);
		return connection;
	}

	private static List<String> texts(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			List<String> texts = new ArrayList<>();
			while (rows.next()) {
				texts.add(rows.getString(1));
			}
			return texts;
		}
	}

	private static void run(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/** Drop those that were left behind, since a test has failed. */
	@Override
	public void close() {
		try (Connection connection = connection()) {
			for (String name : texts(connection,
					"SELECT datname FROM pg_database WHERE starts_with(datname, '" + this.prefix + "')")) {
				run(connection, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Databases cannot be dropped: " + ex.getMessage(), ex);
		}
	}

}
