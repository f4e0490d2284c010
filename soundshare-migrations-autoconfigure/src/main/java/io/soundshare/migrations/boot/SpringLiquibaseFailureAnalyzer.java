package io.soundshare.migrations.boot;

import java.util.Objects;

import io.soundshare.migrations.model.HiddenCause;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Printable;
import io.soundshare.migrations.secret.Secrets;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Failure analyzer of a start in which an application's own SpringLiquibase bean failed,
 * which runs by itself. It leaves what has a {@code MigrationException} to the other.
 */
class SpringLiquibaseFailureAnalyzer extends AbstractFailureAnalyzer<LiquibaseException> {

	private final Environment environment;

	SpringLiquibaseFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, LiquibaseException cause) {
		if (findCause(rootFailure, MigrationException.class) != null) {
			return null;
		}
		Secrets secrets = Secrets.of(EnvironmentSecrets.of(this.environment));
		String text = secrets.hide(String.valueOf(cause.getMessage()));
		return new FailureAnalysis("Liquibase has failed: " + Printable.block(text.strip()),
				"Mend the change set or what it meets, or the settings of the SpringLiquibase bean, and start again.",
				Objects.requireNonNull(HiddenCause.of(cause, secrets::hide)));
	}

}
