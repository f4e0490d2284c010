package io.soundshare.migrations.autogenerate.entity;

import java.util.List;

import io.soundshare.migrations.autogenerate.postgres.SupportedPostgres;
import io.soundshare.migrations.autogenerate.sqlite.SupportedSqlite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("server")
class LiquibaseTypesTests {

	private final LiquibaseTypes postgresql = new LiquibaseTypes(SupportedPostgres.INSTANCE);

	@Test
	void takesThePortableTypeIfItBecomesTheSame() {
		assertThat(this.postgresql.spell("float(53)", List.of("double"))).isEqualTo("double");
		assertThat(this.postgresql.spell("bytea", List.of("blob", "varbinary"))).isEqualTo("varbinary");
		assertThat(new LiquibaseTypes(SupportedSqlite.INSTANCE).spell("timestamp", List.of("timestamp with time zone")))
			.isEqualTo("timestamp with time zone");
	}

	@Test
	void takesTheDatabasesOwnTypeOtherwise() {
		assertThat(this.postgresql.spell("oid", List.of("clob"))).isEqualTo("oid");
		assertThat(new LiquibaseTypes(SupportedSqlite.INSTANCE).spell("blob", List.of("uuid"))).isEqualTo("blob");
	}

	@ParameterizedTest
	@ValueSource(strings = { "varchar(9) array", "varchar(9)[]", "numeric(10,2) array", "integer array", "date array",
			"timestamp(6) with time zone array", "double precision[]", "uuid[]", "money", "jsonb", "citext",
			"vector(3)" })
	void findsASpellingThatLiquibaseDoesNotLose(String type) {
		String spelled = this.postgresql.spell(type, List.of());
		assertThat(SupportedPostgres.INSTANCE.sameType(type, this.postgresql.translate(spelled))).as(spelled).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "bigint,bigint", "'timestamp(3) with time zone','timestamp(3) with time zone'",
			"interval second(6),interval", "interval day to second(3),interval", "interval second,interval",
			"interval(6),interval" })
	void leavesWhatLiquibaseKeeps(String type, String spelled) {
		assertThat(this.postgresql.spell(type, List.of())).isEqualTo(spelled);
	}

}
