package io.soundshare.migrations.sqlite.ddl;

import io.soundshare.migrations.sqlite.ddl.TableDefinitionSqliteTests.EditChecks;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random tables, read and edited as {@link TableDefinitionSqliteTests} does. Fixed seeds;
 * a failure names its own, for {@code -Dseed=}.
 */
class TableDefinitionFuzzTests {

	private static final int TABLES = Integer.getInteger("fuzz.tables", 2500);

	@Test
	void readsAndEditsRandomTables() {
		Long only = Long.getLong("seed");
		int accepted = 0;
		for (long seed = (only != null) ? only : 0; seed < ((only != null) ? only + 1 : TABLES); seed++) {
			String sql = RandomTable.create(seed);
			if (isAccepted(sql)) {
				accepted++;
				check(seed, sql);
			}
		}
		assertThat(accepted).as("random tables that SQLite takes").isGreaterThan((only != null) ? 0 : TABLES / 2);
	}

	private static boolean isAccepted(String sql) {
		try (Database database = new Database()) {
			String problem = database.prepare(sql);
			assertThat(problem).as(sql).doesNotContain("syntax error", "unrecognized token", "incomplete input");
			return problem.isEmpty();
		}
	}

	private static void check(long seed, String sql) {
		try {
			EditChecks.readsAsSqlite(sql);
			EditChecks checks = EditChecks.of(sql);
			checks.renames();
			switch ((int) (seed % 4)) {
				case 0 -> checks.addsAndDropsColumnsAnywhere();
				case 1 -> {
					checks.addsAndDropsConstraints();
					checks.setsAutoIncrement();
				}
				case 2 -> {
					checks.setsAndDropsNotNull();
					checks.setsAndDropsDefaults();
				}
				default -> {
					checks.changesTypes();
					checks.dropsEachConstraint();
					checks.dropsEachColumn();
				}
			}
		}
		catch (AssertionError | RuntimeException ex) {
			throw new AssertionError("Seed " + seed + ": " + ex.getMessage() + "\n" + sql, ex);
		}
	}

}
