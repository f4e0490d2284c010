package io.soundshare.migrations.boot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says at start-up what a {@link StartupSettingException} already knows.
 */
class StartupSettingFailureAnalyzer extends AbstractFailureAnalyzer<StartupSettingException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, StartupSettingException cause) {
		return new FailureAnalysis(cause.problem(), cause.wayOut(), cause);
	}

}
