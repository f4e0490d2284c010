package io.soundshare.migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.soundshare.migrations.engine.copy.CopySource;
import io.soundshare.migrations.engine.copy.DatabaseCopy;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Assumptions;

/**
 * A database on a server that is started once.
 *
 * @param name the database
 * @param dataSource where connections to it come from
 */
public record PostgresTestDatabase(String name, DataSource dataSource) implements TestDatabase {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	public PostgresTestDatabase() {
		this("test" + NUMBER.incrementAndGet());
		new PostgresTestDatabase("postgres").run("CREATE DATABASE " + this.name);
	}

	private PostgresTestDatabase(String name) {
		this(name, server().getDatabase("postgres", name));
	}

	static EmbeddedPostgres server() {
		return Server.INSTANCE;
	}

	@Override
	public String dbms() {
		return "postgresql";
	}

	@Override
	public List<String> schema() {
		return rows(
				"""
						SELECT 'column', n.nspname || '.' || c.relname, a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
							|| CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
							|| coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
						FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
						LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
						WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'v', 'm', 'p', 'S', 'c') AND %1$s
						UNION ALL SELECT 'constraint', n.nspname || '.' || x.conname, pg_get_constraintdef(x.oid)
						FROM pg_constraint x JOIN pg_namespace n ON n.oid = x.connamespace WHERE %1$s
						UNION ALL SELECT 'index', schemaname || '.' || indexname, indexdef FROM pg_indexes
						WHERE %2$s
						UNION ALL SELECT 'view', schemaname || '.' || viewname, definition FROM pg_views
						WHERE %2$s
						UNION ALL SELECT 'trigger', n.nspname || '.' || t.tgname, pg_get_triggerdef(t.oid) FROM pg_trigger t
						JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT t.tgisinternal
						UNION ALL SELECT 'routine', n.nspname || '.' || p.proname, pg_get_function_identity_arguments(p.oid)
						FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
						WHERE NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.objid = p.oid AND e.deptype = 'e') AND %1$s
						UNION ALL SELECT 'type', n.nspname || '.' || t.typname, t.typtype::text
						FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype IN ('e', 'd', 'c', 'r') AND %1$s
						"""
					.formatted(theirs("n.nspname"), theirs("schemaname")))
			.stream()
			.filter((line) -> !line.contains(".databasechangelog"))
			.sorted()
			.toList();
	}

	/** Not the server's own schemas. */
	private static String theirs(String schema) {
		return schema + " NOT IN ('pg_catalog', 'information_schema', 'pg_toast')";
	}

	@Override
	public TestDatabase another() {
		return new PostgresTestDatabase();
	}

	/** Go on only where PostgreSQL's own tools are, which no artifact brings. */
	void assumeTools() {
		try (Connection connection = dataSource().getConnection()) {
			DatabaseCopy copy = DatabaseCopy.of(new CopySource(connection, connection.getMetaData().getURL(), Map.of(),
					"databasechangelog", null, null, null));
			String obstacle = (copy != null) ? copy.obstacle() : "";
			Assumptions.assumeTrue(obstacle == null, obstacle);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
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
