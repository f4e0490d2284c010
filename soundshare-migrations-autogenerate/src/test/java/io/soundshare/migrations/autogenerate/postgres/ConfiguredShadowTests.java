package io.soundshare.migrations.autogenerate.postgres;

import java.sql.Connection;
import java.util.List;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.database.Changes;
import io.soundshare.migrations.autogenerate.database.Rows;
import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.shadow.Shadow;
import io.soundshare.migrations.autogenerate.shadow.ShadowDatabases;
import io.soundshare.migrations.autogenerate.shadow.ShadowDatabasesContract;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("server")
class ConfiguredShadowTests extends ShadowDatabasesContract {

	private final DataSource database = PostgresServer.database();

	@Override
	protected ShadowDatabases databases() {
		return PostgresShadows.given(this.database);
	}

	@Override
	protected SupportedProduct product() {
		return SupportedPostgres.INSTANCE;
	}

	@Override
	protected List<String> remains() throws Exception {
		try (Connection connection = this.database.getConnection()) {
			return Rows.query(connection, """
					SELECT 'class ' || oid::regclass FROM pg_class WHERE oid >= 16384
					AND relnamespace <> 'pg_toast'::regnamespace
					UNION ALL SELECT 'type ' || oid::regtype FROM pg_type WHERE oid >= 16384
					UNION ALL SELECT 'function ' || oid::regprocedure FROM pg_proc WHERE oid >= 16384
					UNION ALL SELECT 'schema ' || nspname FROM pg_namespace
					UNION ALL SELECT 'extension ' || extname FROM pg_extension
					UNION ALL SELECT 'collation ' || collname FROM pg_collation WHERE oid >= 16384
					UNION ALL SELECT 'operator ' || oid::regoperator FROM pg_operator WHERE oid >= 16384
					UNION ALL SELECT 'publication ' || pubname FROM pg_publication
					UNION ALL SELECT 'event trigger ' || evtname FROM pg_event_trigger ORDER BY 1
					""", (row) -> row.getString(1));
		}
	}

	@Test
	void dropsWhateverAChangelogMayMake() throws Exception {
		List<String> before = remains();

		try (Shadow shadow = databases().open(); Connection connection = shadow.dataSource().getConnection()) {
			Changes.sql(connection, "CREATE TYPE mood AS ENUM ('sad')", "CREATE TYPE pair AS (a int, b mood)",
					"CREATE DOMAIN positive AS int CHECK (VALUE > 0)", "CREATE SEQUENCE s",
					"CREATE TABLE p (id serial PRIMARY KEY, m mood, q pair, n positive DEFAULT nextval('s'), x int GENERATED ALWAYS AS IDENTITY)",
					"CREATE TABLE \"My Table\" (id int REFERENCES p, d date) PARTITION BY RANGE (d)",
					"CREATE TABLE part PARTITION OF \"My Table\" FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
					"CREATE VIEW v AS SELECT * FROM p", "CREATE MATERIALIZED VIEW mv AS SELECT * FROM v",
					"CREATE FUNCTION f(mood) RETURNS int LANGUAGE sql AS 'SELECT 1'",
					"CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
					"CREATE TRIGGER tr BEFORE INSERT ON p FOR EACH ROW EXECUTE FUNCTION tr()",
					"CREATE PROCEDURE pr(a int) LANGUAGE sql AS 'SELECT 1'",
					"CREATE AGGREGATE total(int) (sfunc = int4pl, stype = int)",
					"CREATE FUNCTION eq(pair, pair) RETURNS bool LANGUAGE sql AS 'SELECT true'",
					"CREATE OPERATOR === (leftarg = pair, rightarg = pair, function = eq)",
					"CREATE COLLATION mine (locale = 'C')", "CREATE STATISTICS st ON id, x FROM p",
					"CREATE TEXT SEARCH CONFIGURATION tsc (copy = simple)",
					"CREATE RULE r AS ON DELETE TO p DO INSTEAD NOTHING", "CREATE SCHEMA shop",
					"CREATE TABLE shop.t (id int REFERENCES p)", "CREATE PUBLICATION pub FOR TABLE p",
					"CREATE FUNCTION ev() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
					"CREATE EVENT TRIGGER ev ON ddl_command_end EXECUTE FUNCTION ev()",
					"CREATE TYPE floats AS RANGE (subtype = float8)");
		}

		assertThat(remains()).isEqualTo(before);
	}

	@Test
	void refusesADatabaseThatIsNotEmptyAndTouchesNothing() throws Exception {
		try (Connection connection = this.database.getConnection()) {
			Changes.sql(connection, "CREATE SCHEMA shop", "CREATE TABLE shop.\"My Table\" (id int)",
					"INSERT INTO shop.\"My Table\" VALUES (1)", "CREATE TYPE mood AS ENUM ('sad')");
		}
		List<String> before = remains();

		assertThatExceptionOfType(AutogenerateException.class).isThrownBy(databases()::open)
			.satisfies((ex) -> assertThat(ex.problem()).contains("is not empty. Nothing was touched. There is: ")
				.contains("table shop.\"My Table\", type public.mood"))
			.satisfies((ex) -> assertThat(ex.wayOut()).contains("the URL given to ShadowDatabases"));

		assertThat(remains()).isEqualTo(before);
	}

	@Test
	void keepsSchemasThatWereThere() throws Exception {
		try (Connection connection = this.database.getConnection()) {
			Changes.sql(connection, "CREATE SCHEMA app");
		}
		List<String> before = remains();

		try (Shadow shadow = databases().open(); Connection connection = shadow.dataSource().getConnection()) {
			Changes.sql(connection, "CREATE TABLE app.t (id int)");
		}

		assertThat(remains()).isEqualTo(before).contains("schema app");
	}

	@Test
	void isOpenedOneAfterTheOther() throws Exception {
		try (Shadow first = databases().open()) {
			assertThat(name(first.dataSource())).isEqualTo(name(this.database));
			assertThatExceptionOfType(AutogenerateException.class).isThrownBy(databases()::open)
				.withMessageContaining("is in use");
		}
		databases().open().close();
	}

	@Test
	void isEmptiedByTheNextAfterAKilledRun() throws Exception {
		try (Connection connection = this.database.getConnection()) {
			Changes.sql(connection, "CREATE SCHEMA app");
		}
		List<String> before = remains();
		Shadow killed = databases().open();
		try (Connection connection = killed.dataSource().getConnection()) {
			Changes.sql(connection, "CREATE TABLE t (a int)", "CREATE TABLE app.t (a int)", "CREATE SCHEMA shop");
			Changes.sql(connection,
					"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
		}
		assertThat(remains()).contains("class t");

		try (Shadow next = databases().open(); Connection connection = next.dataSource().getConnection()) {
			assertThat(read(connection)).isEqualTo(Schema.EMPTY);
		}

		assertThat(remains()).isEqualTo(before);
		assertThatExceptionOfType(AutogenerateException.class).isThrownBy(killed::close)
			.withMessageContaining("cannot be emptied");
	}

	@Test
	void keepsExtensionsThatWereThere() throws Exception {
		try (Connection connection = this.database.getConnection()) {
			Changes.sql(connection, "CREATE TABLE member (a int)", "ALTER EXTENSION plpgsql ADD TABLE member");
		}
		List<String> before = remains();

		databases().open().close();

		assertThat(remains()).isEqualTo(before).contains("extension plpgsql", "class member");
	}

	@Test
	void needsNoMoreThanTheRightToMakeTables() throws Exception {
		String name;
		try (Connection connection = this.database.getConnection()) {
			name = connection.getCatalog();
			Changes.sql(connection, "CREATE ROLE writer_" + name + " LOGIN",
					"GRANT CREATE ON SCHEMA public TO writer_" + name);
		}
		DataSource writer = PostgresShadowsTests.connect(PostgresUrl.of(PostgresServer.url()).database(name),
				"writer_" + name);
		List<String> before = remains();

		try (Shadow shadow = PostgresShadows.given(writer).open();
				Connection connection = shadow.dataSource().getConnection()) {
			Changes.sql(connection, "CREATE TABLE t (a int)");
		}

		assertThat(remains()).isEqualTo(before);
	}

	private static String name(DataSource database) throws Exception {
		try (Connection connection = database.getConnection()) {
			return Rows.query(connection, "SELECT current_database()", (row) -> row.getString(1)).get(0);
		}
	}

}
