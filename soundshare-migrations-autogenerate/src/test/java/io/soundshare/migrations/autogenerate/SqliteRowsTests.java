package io.soundshare.migrations.autogenerate;

import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.rows.Before;
import io.soundshare.migrations.autogenerate.rows.Changing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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

	@Override
	Product product() {
		return Product.SQLITE;
	}

}
