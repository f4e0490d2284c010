package io.soundshare.migrations.engine.recording.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.engine.recording.Recording;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Change sets of statements that nobody has thought of are undone exactly, one after the
 * other.
 */
class PostgresRandomRecorderTests {

	/** How many statements make the schema that change sets begin with. */
	private static final int SETUP = 10;

	private static final int CHANGE_SETS = 5;

	@Test
	void undoesWhateverHappens() throws SQLException {
		int rounds = Integer.getInteger("rounds", 12);
		long first = Long.getLong("seed", 30_950);
		for (long seed = first; seed < first + rounds; seed++) {
			try (RecordedChangeSet changeSet = RecordedChangeSet.of(RandomStatements.beginning())) {
				round(changeSet, seed);
			}
			catch (SQLException | RuntimeException ex) {
				throw new IllegalStateException("seed " + seed, ex);
			}
		}
	}

	private static void round(RecordedChangeSet changeSet, long seed) throws SQLException {
		RandomStatements statements = new RandomStatements(changeSet.connection(), seed);
		for (int i = 0; i < SETUP; i++) {
			changeSet.then(statements.next());
		}
		List<RecordedChangeSet.State> states = new ArrayList<>();
		List<String> log = new ArrayList<>();
		for (int i = 0; i < CHANGE_SETS; i++) {
			List<String> run = new ArrayList<>();
			Recording recording;
			try {
				recording = changeSet.record(i + 1, statements, 1 + (int) ((seed + i) % 3), run, states);
			}
			catch (SQLException ex) {
				// Sequences have moved on since it worked when it was tried.
				if ("23505".equals(ex.getSQLState())) {
					return;
				}
				throw ex;
			}
			log.add(run + "\nundone by " + recording.entries());
			if (recording.obstacle() != null) {
				// What was tried before, and rolled back, counts as rows that were
				// changed.
				assertThat(recording.obstacle()).as("seed %d, %s", seed, log).contains("cannot be followed");
				states.clear();
				log.clear();
			}
		}
		for (int i = states.size() - 1; i >= 0; i--) {
			changeSet.revert(states.get(i), "seed " + seed + ", " + log.get(i));
		}
	}

}
