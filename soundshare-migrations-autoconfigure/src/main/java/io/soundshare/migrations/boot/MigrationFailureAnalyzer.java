package io.soundshare.migrations.boot;

import io.soundshare.migrations.model.MigrationException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Failure analyzer of start-up, which says what every {@link MigrationException} knows.
 */
class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<MigrationException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MigrationException cause) {
		cause.speak(RemedyName::of);
		return new FailureAnalysis(cause.problem(),
				cause.wayOut() + System.lineSeparator() + "Error code: " + cause.code(), cause);
	}

}
