package io.soundshare.migrations.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A real database, reached without the application's wiring.
 *
 * @param url the JDBC URL, credentials included
 */
public record TestDatabase(String url) {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	public static TestDatabase sqlite(Path directory) {
		return new TestDatabase("jdbc:sqlite:" + directory.resolve("test" + NUMBER.incrementAndGet() + ".db"));
	}

	public static TestDatabase postgres() {
		String name = "test" + NUMBER.incrementAndGet();
		new TestDatabase(Server.INSTANCE.getJdbcUrl("postgres", "postgres")).run("CREATE DATABASE " + name);
		return new TestDatabase(Server.INSTANCE.getJdbcUrl("postgres", name));
	}

	public DataSource dataSource() {
		return new DriverManagerDataSource(this.url);
	}

	public JdbcTemplate jdbc() {
		return new JdbcTemplate(dataSource());
	}

	public void run(String sql) {
		jdbc().execute(sql);
	}

	/** What Liquibase's history holds, dates and deployment aside. */
	public List<String> history() {
		return history("DATABASECHANGELOG");
	}

	public List<String> history(String table) {
		return rows(
				"select ORDEREXECUTED, ID, AUTHOR, FILENAME, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, "
						+ "CONTEXTS, LABELS from " + table + " order by ORDEREXECUTED");
	}

	public List<String> ids() {
		return jdbc().queryForList("select ID from DATABASECHANGELOG order by ORDEREXECUTED", String.class);
	}

	/** All of them but the journal's, which stock Liquibase does not have. */
	public List<String> tables() {
		return (this.url.startsWith("jdbc:sqlite") ? rows("select lower(name) from sqlite_master where type = 'table'")
				: rows("select table_schema || '.' || table_name from information_schema.tables "
						+ "where table_schema not in ('pg_catalog', 'information_schema') order by 1"))
			.stream()
			.filter((table) -> !table.contains("databasechangelog_journal"))
			.toList();
	}

	private List<String> rows(String sql) {
		return jdbc().queryForList(sql)
			.stream()
			.map((row) -> row.values().stream().map(String::valueOf).collect(Collectors.joining("|")))
			.toList();
	}

	/**
	 * Started when it is first asked for; the library stops it with the JVM.
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
