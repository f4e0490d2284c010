package io.soundshare.migrations.autogenerate.shadow;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import io.soundshare.migrations.autogenerate.database.Changes;
import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.model.Schema;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Contract of the shadow databases of every product.
 */
public abstract class ShadowDatabasesContract {

	protected abstract ShadowDatabases databases();

	/** Remains, if there are any: files, databases, tables. */
	protected abstract List<String> remains() throws Exception;

	@Test
	void opensAnEmptyDatabaseEachTime() throws Exception {
		for (int i = 0; i < 2; i++) {
			try (Shadow shadow = databases().open(); Connection connection = shadow.dataSource().getConnection()) {
				assertThat(read(connection)).isEqualTo(Schema.EMPTY);
				Changes.sql(connection, "CREATE TABLE t (a int)");
			}
		}
	}

	@Test
	void showsAllConnectionsTheSameDatabase() throws Exception {
		try (Shadow shadow = databases().open()) {
			try (Connection connection = shadow.dataSource().getConnection()) {
				Changes.sql(connection, "CREATE TABLE t (a int)");
			}
			try (Connection connection = shadow.dataSource().getConnection();
					Connection other = shadow.dataSource().getConnection()) {
				assertThat(read(connection).tables()).hasSize(1);
				assertThat(read(other)).isEqualTo(read(connection));
			}
		}
	}

	@Test
	void leavesNothingBehind() throws Exception {
		List<String> before = remains();

		try (Shadow shadow = databases().open(); Connection connection = shadow.dataSource().getConnection()) {
			Changes.sql(connection, "CREATE TABLE p (a int PRIMARY KEY)",
					"CREATE TABLE \"sehr gut\" (a int REFERENCES p, b int UNIQUE)", "CREATE VIEW v AS SELECT * FROM p",
					"CREATE INDEX ix ON p (a)", "INSERT INTO p VALUES (1)");
		}

		assertThat(remains()).isEqualTo(before);
	}

	@Test
	void leavesNothingBehindAfterAFailure() throws Exception {
		List<String> before = remains();

		assertThatThrownBy(() -> {
			try (Shadow shadow = databases().open(); Connection connection = shadow.dataSource().getConnection()) {
				Changes.sql(connection, "CREATE TABLE t (a int)", "CREATE TABLE t (a int)");
			}
		}).isInstanceOf(SQLException.class);

		assertThat(remains()).isEqualTo(before);
	}

	@Test
	void canBeClosedTwice() throws Exception {
		List<String> before = remains();
		Shadow shadow = databases().open();

		shadow.close();
		shadow.close();

		assertThat(remains()).isEqualTo(before);
	}

	protected abstract SupportedProduct product();

	protected Schema read(Connection connection) throws SQLException {
		return product().schemas().read(connection);
	}

}
