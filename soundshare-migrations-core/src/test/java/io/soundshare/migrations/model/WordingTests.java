package io.soundshare.migrations.model;

import java.util.List;

import io.soundshare.migrations.model.Remedy.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordingTests {

	@Test
	void advisesCallsUnlessSomebodySpeaksOtherwise() {
		MigrationException failure = new PendingRevisionException(List.of());
		assertThat(failure.wayOut())
			.isEqualTo("Apply them with Migrations.upgrade(), or let the application do it with "
					+ "Migrations.upgrade() when it starts.");
		assertThat(failure).hasMessageContaining("Migrations.upgrade()");
		failure.speak((remedy) -> remedy.kind() + "!");
		assertThat(failure.wayOut()).isEqualTo("Apply them with UPGRADE!, or let the application do it with STARTUP!.");
		assertThat(failure).hasMessageContaining("UPGRADE!");
	}

	@Test
	void speaksTheSameOfItsCauses() {
		MigrationException cause = new PendingRevisionException(List.of());
		MigrationException failure = new RevisionFileException(null, "It failed", Wording.of("Mend it"),
				new IllegalStateException(cause));
		failure.speak((remedy) -> remedy.kind() + "!");
		assertThat(cause.wayOut()).contains("UPGRADE!");
	}

	@Test
	void namesEveryRemedyForAProgram() {
		for (Kind kind : Kind.values()) {
			assertThat(kind.of("change-set").toString()).isNotBlank()
				.doesNotContain("--migrate", "spring.", "soundshare.migrations");
		}
	}

	@Test
	void hidesSecretsInWhatItWasToldAndNotInItsOwnWords() {
		MigrationException failure = InvalidTargetException.unknown("hist", List.of());
		failure.hide((text) -> text.replace("hist", "***"));
		assertThat(failure.problem()).isEqualTo("There is no revision '***'.");
		assertThat(failure.wayOut()).isEqualTo("List all revisions with Migrations.status().history().");
	}

	@Test
	void takesTextAsItIs() {
		assertThat(Wording.of("100 %s, 50%").in(Remedy::toString)).isEqualTo("100 %s, 50%");
		assertThat(Wording.format("%s: %s", "5%d", Wording.format("see %s", Kind.SHOW.of("a%n"))))
			.hasToString("5%d: see Migrations.show(\"a%n\")");
	}

}
