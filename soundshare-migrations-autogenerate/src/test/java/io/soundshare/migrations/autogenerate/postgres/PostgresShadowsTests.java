package io.soundshare.migrations.autogenerate.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.database.Changes;
import io.soundshare.migrations.autogenerate.database.Rows;
import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.shadow.Shadow;
import io.soundshare.migrations.autogenerate.shadow.ShadowDatabases;
import io.soundshare.migrations.autogenerate.shadow.ShadowDatabasesContract;
import io.soundshare.migrations.autogenerate.shadow.TrackedDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Tag("server")
class PostgresShadowsTests extends ShadowDatabasesContract {

	@Override
	protected ShadowDatabases databases() {
		return new PostgresShadows(PostgresShadowsTests::connect, PostgresServer.url());
	}

	@Override
	protected SupportedProduct product() {
		return SupportedPostgres.INSTANCE;
	}

	@Override
	protected List<String> remains() throws Exception {
		try (Connection connection = connect(PostgresServer.url()).getConnection()) {
			return Rows.query(connection, "SELECT datname FROM pg_database WHERE datname LIKE 'soundshare%' ORDER BY 1",
					(row) -> row.getString(1));
		}
	}

	@Test
	void opensTwoAtOnce() throws Exception {
		try (Shadow first = databases().open();
				Shadow second = databases().open();
				Connection connection = first.dataSource().getConnection();
				Connection other = second.dataSource().getConnection()) {
			Changes.sql(connection, "CREATE TABLE t (a int)");
			assertThat(read(connection).tables()).hasSize(1);
			assertThat(read(other).tables()).isEmpty();
			assertThat(remains()).hasSize(2);
		}
		assertThat(remains()).isEmpty();
	}

	@Test
	void cutsOffWhoeverIsConnected() throws Exception {
		Shadow shadow = databases().open();
		try (Connection busy = shadow.dataSource().getConnection()) {
			busy.setAutoCommit(false);
			Changes.sql(busy, "CREATE TABLE t (a int)");

			shadow.close();

			assertThat(remains()).isEmpty();
			assertThatThrownBy(() -> Changes.sql(busy, "SELECT 1")).isInstanceOf(SQLException.class);
		}
	}

	@Test
	void tellsPeopleWhoMadeIt() throws Exception {
		try (Shadow shadow = databases().open(); Connection connection = shadow.dataSource().getConnection()) {
			assertThat(Rows.query(connection,
					"SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()",
					(row) -> row.getString(1)))
				.singleElement()
				.asString()
				.startsWith("A shadow database of SoundShare Migrations, made on ")
				.contains(" by process " + ProcessHandle.current().pid() + " at 20");
		}
	}

	@Test
	void dropsWhatAKilledRunHasLeftBehindAnHourAgo() throws Exception {
		long now = Instant.now().getEpochSecond();
		String old = name(now - 3700);
		String uncommented = name(now - 3800);
		String fresh = name(now - 3500);
		String used = name(now - 3900);
		String another = name(now - 4000);
		String mine = "soundshare_shadow_of_mine";
		List<String> all = List.of(old, uncommented, fresh, used, another, mine);
		try (Connection connection = connect(PostgresServer.url()).getConnection()) {
			for (String name : all) {
				Changes.sql(connection, "CREATE DATABASE " + name);
			}
			Changes.sql(connection,
					"COMMENT ON DATABASE " + old + " IS 'A shadow database of SoundShare Migrations, ...'",
					"COMMENT ON DATABASE " + another + " IS 'Keep this'");
			try (Connection user = connect(PostgresUrl.of(PostgresServer.url()).database(used)).getConnection()) {
				databases().open().close();
				assertThat(user.isValid(5)).isTrue();
			}

			assertThat(remains()).containsExactlyInAnyOrder(fresh, used, another, mine);
			for (String name : all) {
				Changes.sql(connection, "DROP DATABASE IF EXISTS " + name);
			}
		}
	}

	@Test
	void saysHowToLetTheUserMakeDatabases() throws Exception {
		try (Connection connection = connect(PostgresServer.url()).getConnection()) {
			Changes.sql(connection, "CREATE ROLE \"poor Joe\" LOGIN");
		}
		ShadowDatabases poor = new PostgresShadows((url) -> connect(url, "poor Joe"), PostgresServer.url());

		assertThatExceptionOfType(AutogenerateException.class).isThrownBy(poor::open)
			.satisfies(
					(ex) -> assertThat(ex.problem()).isEqualTo("The user \"poor Joe\" may not make a shadow database: "
							+ "ERROR: permission denied to create database"))
			.satisfies((ex) -> assertThat(ex.wayOut()).contains("ALTER ROLE \"poor Joe\" CREATEDB")
				.contains("the URL given to ShadowDatabases: jdbc:postgresql://host:port/database"));
		assertThat(remains()).isEmpty();
	}

	@Test
	void needsNoMoreThanTheRightToMakeDatabases() throws Exception {
		try (Connection connection = connect(PostgresServer.url()).getConnection()) {
			Changes.sql(connection, "CREATE ROLE maker LOGIN CREATEDB");
		}
		ShadowDatabases databases = new PostgresShadows((url) -> connect(url, "maker"), PostgresServer.url());

		try (Shadow shadow = databases.open(); Connection connection = shadow.dataSource().getConnection()) {
			Changes.sql(connection, "CREATE SCHEMA shop", "CREATE TABLE shop.t (a int)", "CREATE TABLE t (a int)");
		}

		assertThat(remains()).isEmpty();
	}

	@Test
	void doesNotNeedTheApplicationsDatabase() throws Exception {
		String url = PostgresUrl.of(PostgresServer.url()).database("not there yet");

		try (Shadow shadow = new PostgresShadows(PostgresShadowsTests::connect, url).open();
				Connection connection = shadow.dataSource().getConnection()) {
			assertThat(read(connection).tables()).isEmpty();
		}

		assertThat(remains()).isEmpty();
	}

	@Test
	void saysThatTheServerCannotBeReached() {
		ShadowDatabases databases = new PostgresShadows(PostgresShadowsTests::connect,
				"jdbc:postgresql://localhost:1/db?user=me&password=secret");

		assertThatExceptionOfType(AutogenerateException.class).isThrownBy(databases::open)
			.withMessageContaining("A shadow database on localhost:1 cannot be made: ")
			.withMessageNotContaining("secret");
	}

	@Test
	void hasASchemaToWorkInWhateverTheSearchPathOfTheRole() throws Exception {
		try (Connection connection = connect(PostgresServer.url()).getConnection()) {
			Changes.sql(connection, "CREATE ROLE wanderer LOGIN CREATEDB",
					"ALTER ROLE wanderer SET search_path = \"$user\", \"My App\", other");
		}
		ShadowDatabases databases = new PostgresShadows((url) -> connect(url, "wanderer"), PostgresServer.url());

		try (Shadow shadow = databases.open(); Connection connection = shadow.dataSource().getConnection()) {
			Changes.sql(connection, "CREATE TABLE t (a int)");
			assertThat(connection.getSchema()).isEqualTo("My App");
			assertThat(read(connection).tables().get(0).name()).isEqualTo(ObjectName.of("t"));
		}
	}

	@Test
	void hearsTheDriverThroughAPool() throws Exception {
		String url = PostgresUrl.of(PostgresServer.url()).database("not there either");
		ShadowDatabases databases = new PostgresShadows(PostgresShadowsTests::pool, url);

		databases.open().close();

		assertThat(remains()).isEmpty();
	}

	@Test
	void dropsTheDatabaseIfNobodyCanConnect() throws Exception {
		ShadowDatabases databases = new PostgresShadows((url) -> {
			if (url.contains("soundshare_shadow")) {
				throw new IllegalStateException("no pool");
			}
			return connect(url);
		}, PostgresServer.url());

		assertThatThrownBy(databases::open).isInstanceOf(IllegalStateException.class).hasMessage("no pool");

		assertThat(remains()).isEmpty();
	}

	@Test
	void closesThePoolsItWasGiven() throws Exception {
		List<TrackedDataSource> pools = new ArrayList<>();
		ShadowDatabases databases = new PostgresShadows((url) -> {
			TrackedDataSource pool = (TrackedDataSource) connect(url);
			pools.add(pool);
			return pool;
		}, PostgresServer.url());

		databases.open().close();

		assertThat(pools).hasSize(3)
			.allSatisfy((pool) -> assertThatThrownBy(pool::getConnection).hasMessageContaining("thrown away"));
	}

	@Test
	void hasTheEncodingAndTheOrderOfTheApplicationsDatabase() throws Exception {
		try (Connection connection = connect(PostgresServer.url()).getConnection()) {
			Changes.sql(connection, "DROP DATABASE IF EXISTS latin",
					"CREATE DATABASE latin TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'");
		}
		String url = PostgresUrl.of(PostgresServer.url()).database("latin");

		try (Shadow shadow = new PostgresShadows(PostgresShadowsTests::connect, url).open();
				Connection connection = shadow.dataSource().getConnection()) {
			assertThat(Rows.query(connection, "SELECT current_setting('server_encoding')", (row) -> row.getString(1)))
				.containsExactly("SQL_ASCII");
		}
	}

	private static String name(long seconds) {
		return String.format("soundshare_shadow_%08x00000000", seconds);
	}

	static DataSource connect(String url) {
		return connect(url, "postgres");
	}

	static DataSource connect(String url, String user) {
		Properties properties = new Properties();
		properties.setProperty("user", user);
		return new TrackedDataSource(new DriverManagerDataSource(url.replaceAll("user=\\w+&?", ""), properties));
	}

	/** Wraps what the driver says. */
	private static DataSource pool(String url) {
		DataSource driver = connect(url);
		return (DataSource) Proxy.newProxyInstance(PostgresShadowsTests.class.getClassLoader(),
				new Class<?>[] { DataSource.class }, (proxy, method, arguments) -> {
					try {
						return method.invoke(driver, arguments);
					}
					catch (InvocationTargetException ex) {
						throw new IllegalStateException("Failed to initialize pool", ex.getCause());
					}
				});
	}

}
