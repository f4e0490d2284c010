package io.soundshare.migrations.boot.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.shadow.Shadow;
import io.soundshare.migrations.boot.MigrationsProperties;
import io.soundshare.migrations.boot.TestDatabase;
import io.soundshare.migrations.boot.autogenerate.ApplicationShadows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Databases to throw away, for data sources of all kinds.
 */
@Tag("slow")
class ApplicationShadowsTests {

	private static final MigrationsProperties.Shadow NONE = new MigrationsProperties.Shadow(null, null, null);

	@TempDir
	Path directory;

	@Test
	void aPoolIsLeftAloneAndWhatItTellsTheDriverIsKept() throws Exception {
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setJdbcUrl(TestDatabase.postgres().url());
			Properties properties = new Properties();
			properties.setProperty("ApplicationName", "from the pool");
			pool.setDataSourceProperties(properties);
			try (Shadow shadow = ApplicationShadows.of(new LazyConnectionDataSourceProxy(pool), NONE).open()) {
				JdbcTemplate jdbc = new JdbcTemplate(shadow.dataSource());
				assertThat(jdbc.queryForObject("select current_setting('application_name')", String.class))
					.isEqualTo("from the pool");
				assertThat(jdbc.queryForObject("select current_database()", String.class)).doesNotStartWith("test");
			}
			assertThat(pool.isRunning()).isFalse();
		}
	}

	@Test
	void aDataSourceThatTellsNothingIsAsked() {
		DataSource sqlite = new Opaque(TestDatabase.sqlite(this.directory).dataSource());
		try (Shadow shadow = ApplicationShadows.of(sqlite, NONE).open()) {
			assertThat(new JdbcTemplate(shadow.dataSource()).queryForObject("select 1", Integer.class)).isOne();
		}
		DataSource postgres = new Opaque(TestDatabase.postgres().dataSource());
		assertThatExceptionOfType(AutogenerateException.class).isThrownBy(() -> ApplicationShadows.of(postgres, NONE))
			.satisfies((ex) -> {
				assertThat(ex.problem()).contains("Opaque");
				assertThat(ex.wayOut()).contains("soundshare.migrations.shadow.url");
			});
	}

	@Test
	void settingsTellNoPassword() {
		assertThat(new MigrationsProperties.Shadow("jdbc:postgresql:x", "anna", "secret")).asString()
			.doesNotContain("secret");
	}

	/**
	 * Connects, and does not tell where.
	 */
	private static final class Opaque extends AbstractDataSource {

		private final DataSource target;

		Opaque(DataSource target) {
			this.target = target;
		}

		@Override
		public Connection getConnection() throws SQLException {
			return this.target.getConnection();
		}

		@Override
		public Connection getConnection(String username, String password) throws SQLException {
			return getConnection();
		}

	}

}
