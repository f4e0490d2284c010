package io.soundshare.migrations.autogenerate;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.rows.Before;
import io.soundshare.migrations.autogenerate.rows.Changing;
import io.soundshare.migrations.autogenerate.sqlite.SupportedSqlite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("slow")
class SqliteRowsTests extends RowsContractTests {

	@Test
	void namesTheAttributeWhoseTypeIsNone() {
		assertThatExceptionOfType(AutogenerateException.class).isThrownBy(() -> check(Changing.Named.class))
			.withMessageContaining("Thing.mood")
			.withMessageContaining("EnumType.STRING");
	}

	@Test
	void writesADefaultOfAnotherKindAsItIs() throws Exception {
		begin(Before.class, "INSERT INTO things (id) VALUES (1)");
		create(Changing.Zero.class);
		project().upgrade();
		assertThat(count("SELECT count(*) FROM things WHERE since = 0 AND \"nothing\" = '' AND quoted = 0"))
			.isEqualTo(1);
		assertThat(check(Changing.Zero.class).text()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(classes = { Changing.Textual.class, Changing.Half.class, Changing.Timed.class, Changing.Quoted.class,
			Changing.Unheard.class })
	void refusesADefaultThatIsNoNumber(Class<?> entity) {
		assertThatExceptionOfType(AutogenerateException.class).isThrownBy(() -> check(entity))
			.withMessageContaining("Thing.rank")
			.withMessageContaining("things.rank ");
	}

	@Test
	void tellsWhatFailsInTheShadowInSentences() {
		assertThatExceptionOfType(AutogenerateException.class).isThrownBy(() -> check(Changing.Unchecked.class))
			.withMessageContaining("Nothing of yours was touched. Its upgrade fails:");
	}

	@Override
	SupportedProduct product() {
		return SupportedSqlite.INSTANCE;
	}

}
