package io.soundshare.migrations.sqlite.ddl;

import io.soundshare.migrations.sqlite.ddl.TableDefinitionSqliteTests.EditChecks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random tables, all read and some edited as {@link TableDefinitionSqliteTests} does.
 * Fixed seeds; a failure names its own, for {@code -Dseed=}.
 */
@Tag("random")
class TableDefinitionFuzzTests {

	private static final int TABLES = Integer.getInteger("fuzz.tables", 2000);

	private static final int EDITED = Integer.getInteger("fuzz.edited", 8);

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
		String problem = Database.inEmptyDatabase((database) -> database.prepare(sql));
		assertThat(problem).as(sql).doesNotContain("syntax error", "unrecognized token", "incomplete input");
		return problem.isEmpty();
	}

	private static void check(long seed, String sql) {
		try {
			EditChecks.readsAsSqlite(sql);
			if (seed % EDITED == 0) {
				edit(EditChecks.of(sql), (int) (seed / EDITED % 5));
			}
		}
		catch (AssertionError | RuntimeException ex) {
			throw new AssertionError("Seed " + seed + ": " + ex.getMessage() + "\n" + sql, ex);
		}
	}

	private static void edit(EditChecks checks, int which) {
		switch (which) {
			case 0 -> checks.addsAndDropsColumnsAnywhere();
			case 1 -> {
				checks.addsAndDropsConstraints();
				checks.setsAutoIncrement();
			}
			case 2 -> {
				checks.setsAndDropsNotNull();
				checks.setsAndDropsDefaults();
			}
			case 3 -> {
				checks.changesTypes();
				checks.renames();
			}
			default -> {
				checks.dropsEachConstraint();
				checks.dropsEachColumn();
			}
		}
	}

}
