package io.soundshare.migrations.autogenerate;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.postgres.SupportedPostgres;
import io.soundshare.migrations.autogenerate.rows.Changing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("server")
class PostgresRowsTests extends RowsContractTests {

	@Test
	void namesTheAttributeWhoseDefaultIsOfAnotherKind() {
		assertThatExceptionOfType(AutogenerateException.class).isThrownBy(() -> check(Changing.Zero.class))
			.withMessageContaining("Thing.since")
			.withMessageContaining("things.since timestamp(6) default 0");
	}

	@Test
	void buildsAnIntervalOfSeconds() throws Exception {
		begin(Changing.Lasting.class, "INSERT INTO things (id, duration) VALUES (1, '90.000001 seconds')");
		assertThat(check(Changing.Lasting.class).text()).isEmpty();
		assertThat(count("SELECT count(*) FROM things WHERE duration = '90.000001 seconds'")).isEqualTo(1);
	}

	@Override
	SupportedProduct product() {
		return SupportedPostgres.INSTANCE;
	}

}
