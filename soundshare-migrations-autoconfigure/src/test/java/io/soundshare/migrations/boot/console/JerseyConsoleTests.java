package io.soundshare.migrations.boot.console;

import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Tag;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * The pages with Jersey, which Boot gives the endpoints to where there is no Spring MVC.
 */
@Tag("slow")
class JerseyConsoleTests extends ConsoleContract {

	JerseyConsoleTests() {
		super(start());
	}

	private static ConfigurableApplicationContext start() {
		ClassLoader previous = Thread.currentThread().getContextClassLoader();
		ClassLoader withoutMvc = new FilteredClassLoader(DispatcherServlet.class);
		Thread.currentThread().setContextClassLoader(withoutMvc);
		try {
			return new SpringApplicationBuilder(Jersey.class).web(WebApplicationType.SERVLET)
				.resourceLoader(new DefaultResourceLoader(withoutMvc))
				.properties(ConsoleDatabases.properties())
				.run();
		}
		finally {
			Thread.currentThread().setContextClassLoader(previous);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@Import(ConsoleDatabases.class)
	static class Jersey {

		@Bean
		ResourceConfig resourceConfig() {
			return new ResourceConfig();
		}

	}

}
