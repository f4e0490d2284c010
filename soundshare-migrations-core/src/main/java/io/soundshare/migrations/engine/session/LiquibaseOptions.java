package io.soundshare.migrations.engine.session;

import java.util.Map;
import java.util.function.Consumer;

import liquibase.Liquibase;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import org.jspecify.annotations.Nullable;

/**
 * The way Liquibase itself is to behave.
 *
 * @param scope further values of its scope, such as its user interface
 * @param customizer what an application does to each {@link Liquibase} before it is used
 * @param showSummary what to say of an upgrade in its own summary
 * @param showSummaryOutput where that summary goes
 */
public record LiquibaseOptions(Map<String, Object> scope, Consumer<Liquibase> customizer,
		@Nullable UpdateSummaryEnum showSummary, UpdateSummaryOutputEnum showSummaryOutput) {

	public LiquibaseOptions {
		scope = Map.copyOf(scope);
	}

	LiquibaseOptions withoutSummary() {
		return new LiquibaseOptions(this.scope, this.customizer, null, this.showSummaryOutput);
	}

}
