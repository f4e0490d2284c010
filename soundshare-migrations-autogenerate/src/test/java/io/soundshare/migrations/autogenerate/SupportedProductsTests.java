package io.soundshare.migrations.autogenerate;

import java.util.Locale;

import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SupportedProductsTests {

	@Test
	void findsEachByTheNameOfItsDriverAndByItsUrl() {
		assertThat(SupportedProducts.ALL).allSatisfy((product) -> {
			assertThat(SupportedProducts.of(product.name())).isSameAs(product);
			assertThat(SupportedProducts.ofUrl("jdbc:" + product.name().toLowerCase(Locale.ROOT) + ":x"))
				.isSameAs(product);
			assertThat(product.schemas()).isNotNull();
		});
		assertThat(SupportedProducts.ofUrl("jdbc:mariadb://host/x")).isNull();
	}

	@Test
	void namesTheProductThatIsNotSupportedAndThoseThatAre() {
		assertThatExceptionOfType(AutogenerateException.class).isThrownBy(() -> SupportedProducts.of("MariaDB"))
			.satisfies((ex) -> assertThat(ex.problem()).contains("MariaDB"))
			.satisfies((ex) -> assertThat(ex.wayOut()).contains("SQLite and PostgreSQL"));
	}

}
