package io.soundshare.migrations.autogenerate;

import java.sql.SQLException;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.sqlite.SupportedSqlite;
import io.soundshare.migrations.file.RevisionFileFormat;
import io.soundshare.migrations.sqlite.ddl.SqlStatements;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class SqliteBaselineTests extends BaselineContractTests {

	@Override
	SupportedProduct product() {
		return SupportedSqlite.INSTANCE;
	}

	@Override
	void script(String script) throws SQLException {
		for (String statement : SqlStatements.split(script)) {
			run(statement);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "odd", "strict" })
	void writesWhateverSqliteTakes(String seed) throws Exception {
		adopts(seed, RevisionFileFormat.YAML);
	}

	@Test
	void writesFormattedSql() throws Exception {
		adopts("music", RevisionFileFormat.SQL);
	}

}
