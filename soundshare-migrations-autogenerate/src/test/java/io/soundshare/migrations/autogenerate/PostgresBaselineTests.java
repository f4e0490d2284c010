package io.soundshare.migrations.autogenerate;

import java.sql.SQLException;
import java.util.Map;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.models.tracker.TrackerModel;
import io.soundshare.migrations.autogenerate.postgres.SupportedPostgres;
import io.soundshare.migrations.file.RevisionFileFormat;
import org.hibernate.cfg.SchemaToolingSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Tag("server")
class PostgresBaselineTests extends BaselineContractTests {

	@Override
	SupportedProduct product() {
		return SupportedPostgres.INSTANCE;
	}

	@Override
	void script(String script) throws SQLException {
		run(script);
	}

	@Test
	void refusesByNameWhatItCannotWrite() throws Exception {
		script("""
				CREATE TABLE measures (id int, day date) PARTITION BY RANGE (day);
				CREATE TABLE measures_1 PARTITION OF measures FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
				CREATE TABLE base (id int);
				CREATE TABLE derived (n int) INHERITS (base);
				CREATE TABLE secret (id int);
				ALTER TABLE secret ENABLE ROW LEVEL SECURITY;
				CREATE RULE nothing AS ON DELETE TO base DO INSTEAD NOTHING;
				CREATE AGGREGATE product(int) (SFUNC = int4mul, STYPE = int, INITCOND = '1');
				CREATE TYPE days AS RANGE (SUBTYPE = date);
				""");
		assertThatThrownBy(() -> project().baseline()).isInstanceOf(AutogenerateException.class)
			.hasMessageContaining("\n  partitioned table measures\n")
			.hasMessageContaining("\n  inheritance of table derived\n")
			.hasMessageContaining("\n  row-level security of table secret\n")
			.hasMessageContaining("\n  rule nothing on base\n")
			.hasMessageContaining("\n  aggregate public.product(integer)")
			.hasMessageContaining("\n  range type days")
			.hasMessageContaining("pg_dump --schema-only")
			.hasMessageNotContaining("measures_1");
	}

	@Test
	void writesWhatHibernateHasMade() throws Exception {
		TestEntities
			.boot(database(), Map.of(SchemaToolingSettings.HBM2DDL_AUTO, "create"),
					TrackerModel.CLASSES.toArray(Class<?>[]::new))
			.close();
		adoptsAll(RevisionFileFormat.YAML);
	}

	@Test
	void writesFormattedSqlUnlessThereAreFunctions() throws Exception {
		run("CREATE TABLE things (id int PRIMARY KEY, n text DEFAULT 'a;b')");
		run("CREATE VIEW semicolons AS SELECT id FROM things WHERE n <> ';'");
		adoptsAll(RevisionFileFormat.SQL);
	}

	@Test
	void formattedSqlHoldsNoFunctions() throws Exception {
		run("CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1;'");
		assertThatThrownBy(() -> adopt(RevisionFileFormat.SQL)).isInstanceOf(AutogenerateException.class)
			.hasMessageContaining("Formatted SQL cannot hold the function one().")
			.hasMessageContaining("RevisionFileFormat.YAML");
	}

}
