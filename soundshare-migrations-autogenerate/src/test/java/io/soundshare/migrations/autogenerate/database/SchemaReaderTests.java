package io.soundshare.migrations.autogenerate.database;

import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.model.Product;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SchemaReaderTests {

	@Test
	void existsForEachProduct() {
		assertThat(Product.values()).allSatisfy((product) -> assertThat(SchemaReader.of(product)).isNotNull());
	}

	@Test
	void namesTheProductThatIsNotSupportedAndThoseThatAre() {
		assertThatExceptionOfType(AutogenerateException.class).isThrownBy(() -> Product.of("MariaDB"))
			.satisfies((ex) -> assertThat(ex.problem()).contains("MariaDB"))
			.satisfies((ex) -> assertThat(ex.wayOut()).contains("SQLite and PostgreSQL"));
	}

}
