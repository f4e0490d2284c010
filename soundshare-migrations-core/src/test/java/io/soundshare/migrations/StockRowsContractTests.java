package io.soundshare.migrations;

import java.sql.Connection;
import java.util.List;

import io.soundshare.migrations.model.MigrationStatus;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application can leave again: the history is the one stock Liquibase writes.
 */
abstract class StockRowsContractTests extends DatabaseContract {

	private static final String CONTEXTS = "test";

	private static final String LABELS = "!slow";

	@ParameterizedTest
	@ValueSource(strings = { "stock/xml/master.xml", "stock/sql/changelog.sql" })
	void writesTheRowsStockLiquibaseWrites(String root) throws Exception {
		upgrade(ours(root), "head");
		List<String> rows = this.database.history();
		List<String> schema = this.database.schema();
		List<String> songs = this.database.rows("SELECT * FROM songs ORDER BY id");
		use(this.database.another());
		stock(root);
		assertThat(rows).isEqualTo(this.database.history()).hasSizeGreaterThan(5);
		assertThat(schema).isEqualTo(this.database.schema());
		assertThat(songs).isEqualTo(this.database.rows("SELECT * FROM songs ORDER BY id"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "stock/xml/master.xml", "stock/sql/changelog.sql" })
	void leavesNothingToDoForStockLiquibase(String root) throws Exception {
		upgrade(ours(root), "head");
		List<String> schema = this.database.schema();
		List<String> rows = withoutReruns();
		stock(root);
		assertThat(this.database.schema()).isEqualTo(schema);
		assertThat(withoutReruns()).isEqualTo(rows);
	}

	@ParameterizedTest
	@ValueSource(strings = { "stock/xml/master.xml", "stock/sql/changelog.sql" })
	void findsNothingToDoAfterStockLiquibase(String root) throws Exception {
		stock(root);
		List<String> rows = withoutReruns();
		MigrationStatus status = ours(root).status();
		assertThat(status.unknown()).isEmpty();
		assertThat(status.changed()).isEmpty();
		assertThat(names(upgrade(ours(root), "head"))).isSubsetOf("always", "id with spaces", "later", "may-fail", "7");
		assertThat(withoutReruns()).isEqualTo(rows);
	}

	@ParameterizedTest
	@ValueSource(strings = { "stock/xml/master.xml", "stock/sql/changelog.sql" })
	void repeatsWhatStockLiquibaseRepeats(String root) throws Exception {
		upgrade(ours(root), "head");
		upgrade(ours(root), "head");
		List<String> rows = this.database.history();
		List<String> songs = this.database.rows("SELECT * FROM songs ORDER BY id");
		use(this.database.another());
		stock(root);
		stock(root);
		assertThat(rows).isEqualTo(this.database.history());
		assertThat(songs).isEqualTo(this.database.rows("SELECT * FROM songs ORDER BY id"));
	}

	private Migrations ours(String root) {
		return Migrations.builder(this.dataSource, root).contexts(CONTEXTS).labelFilter(LABELS).build();
	}

	private void stock(String root) throws Exception {
		try (Connection connection = this.database.dataSource().getConnection()) {
			Database stock = DatabaseFactory.getInstance()
				.findCorrectDatabaseImplementation(new JdbcConnection(connection));
			try (Liquibase liquibase = new Liquibase(root, new ClassLoaderResourceAccessor(), stock)) {
				liquibase.update(new Contexts(CONTEXTS), new LabelExpression(LABELS));
			}
		}
	}

	private List<String> withoutReruns() {
		return this.database.rows("SELECT ID, AUTHOR, FILENAME, MD5SUM, TAG FROM databasechangelog"
				+ " WHERE EXECTYPE <> 'RERAN' AND ID NOT IN ('always', 'id with spaces') ORDER BY ORDEREXECUTED");
	}

}
