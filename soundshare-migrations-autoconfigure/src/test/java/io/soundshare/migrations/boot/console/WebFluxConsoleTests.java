package io.soundshare.migrations.boot.console;

import org.junit.jupiter.api.Tag;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The pages with WebFlux.
 */
@Tag("slow")
class WebFluxConsoleTests extends ConsoleContract {

	WebFluxConsoleTests() {
		super(new SpringApplicationBuilder(ConsoleDatabases.class).web(WebApplicationType.REACTIVE)
			.properties(ConsoleDatabases.properties())
			.run());
	}

}
