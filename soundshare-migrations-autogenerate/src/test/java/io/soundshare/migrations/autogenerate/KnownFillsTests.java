package io.soundshare.migrations.autogenerate;

import java.util.List;

import io.soundshare.migrations.autogenerate.diff.Fill;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Spelling;
import io.soundshare.migrations.autogenerate.model.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What existing rows get.
 */
class KnownFillsTests {

	@Test
	void aMomentIsFilledWithAMomentWhateverItIsToTheDatabase() {
		assertThat(fill("timestamp with time zone", "TIMESTAMP")).isEqualTo(new Fill("'1970-01-01 00:00:00'", false));
		assertThat(fill("timestamp with time zone", "TEXT")).isEqualTo(new Fill("'1970-01-01 00:00:00'", false));
		assertThat(fill("\"`TIMESTAMP`\"", "TIMESTAMP")).isEqualTo(new Fill("'1970-01-01 00:00:00'", false));
	}

	@Test
	void whatHasNoEmptyValueIsNotFilled() {
		assertThat(fill("uuid", "TEXT")).isNull();
		assertThat(fill("point", "point")).isNull();
		assertThat(fill("pg_catalog.int4 array", "integer[]")).isNull();
	}

	@Test
	void numbersTextsAndTruthValuesHaveEmptyOnes() {
		assertThat(fill("int", "INTEGER")).isEqualTo(new Fill("0", false));
		assertThat(fill("clob", "TEXT")).isEqualTo(new Fill("''", false));
		assertThat(fill("boolean", "BOOLEAN")).isEqualTo(new Fill("FALSE", false));
	}

	private static @Nullable Fill fill(String written, String read) {
		Column column = new Column("x", new Spelling(written, read), false, null, null, false, false, null, null);
		Table table = new Table(ObjectName.of("t"), List.of(column), null, List.of(), List.of(), List.of(), List.of(),
				null);
		return new KnownFills(List.of(), Interview.NOBODY).added(table, column);
	}

}
