package io.soundshare.migrations.boot.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.JournalEntry.Outcome;
import io.soundshare.migrations.model.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeploymentTests {

	@Test
	void dividesAJournalByOperationAndDeployment() {
		List<Deployment> deployments = Deployment
			.of(List.of(entry(4, "downgrade", "2", Outcome.DONE), entry(3, "upgrade", "1", Outcome.DONE),
					entry(2, "upgrade", "1", Outcome.SKIPPED), entry(1, "upgrade", null, Outcome.DONE)));
		assertThat(deployments).extracting((deployment) -> deployment.entries().size()).containsExactly(1, 2, 1);
		assertThat(deployments.get(1).first().id()).isEqualTo(2);
		assertThat(deployments.get(1).durationMillis()).isEqualTo(20);
	}

	@Test
	void anEmptyJournalHasNone() {
		assertThat(Deployment.of(List.of())).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "FAILED", "INTERRUPTED", "STARTED" })
	void endsAsTheWorstOfItsEntries(Outcome outcome) {
		assertThat(new Deployment(List.of(entry(2, "upgrade", "1", outcome), entry(1, "upgrade", "1", Outcome.DONE)))
			.outcome()).isEqualTo(outcome);
	}

	@Test
	void aLongJournalIsCut() {
		List<JournalEntry> journal = new ArrayList<>();
		for (int i = 30; i > 0; i--) {
			journal.add(entry(i, "upgrade", String.valueOf(i), Outcome.STARTED));
		}
		for (int i = 0; i < 150; i++) {
			journal.add(0, entry(100 + i, "reset", "x", Outcome.DONE));
		}
		Html html = new Html().open("main");
		new Timeline(html, new Links("migrations", 1), "main").write(journal);
		assertThat(html.toString()).contains("The newest 20 of 31.", "and 50 more",
				"Upgrade running, or its process died");
	}

	private static JournalEntry entry(long id, String operation, String deployment, Outcome outcome) {
		return new JournalEntry(id, operation, Step.Action.APPLY, "r" + id, "anna", "db/x.yaml", deployment, "anna",
				"host", null, null, Instant.EPOCH, 10L, outcome, null, null);
	}

}
