package io.soundshare.migrations;

import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("server")
class PostgresParameterTests extends ParameterContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new PostgresTestDatabase();
	}

	@Test
	void keepsTheBodyOfAFunctionAsItIs() {
		Migrations migrations = migrations(
				"--changeset anna:one splitStatements:false\nCREATE FUNCTION f() RETURNS text AS $body$ SELECT '${name}'::text $body$"
						+ " LANGUAGE sql;\n--rollback DROP FUNCTION f();\n");
		upgrade(migrations, "head");
		assertThat(this.database.rows("SELECT f()")).containsExactly("${name}");
	}

}
