package io.soundshare.migrations.boot.console;

import org.junit.jupiter.api.Tag;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The pages with Spring MVC.
 */
@Tag("slow")
class WebMvcConsoleTests extends ConsoleContract {

	WebMvcConsoleTests() {
		super(new SpringApplicationBuilder(ConsoleDatabases.class).web(WebApplicationType.SERVLET)
			.properties(ConsoleDatabases.properties())
			.run());
	}

}
