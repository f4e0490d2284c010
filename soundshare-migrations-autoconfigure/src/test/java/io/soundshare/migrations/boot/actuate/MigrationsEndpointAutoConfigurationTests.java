package io.soundshare.migrations.boot.actuate;

import java.nio.file.Path;

import io.soundshare.migrations.boot.TestContexts;
import io.soundshare.migrations.boot.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationsEndpointAutoConfigurationTests {

	@TempDir
	private Path directory;

	@Test
	void endpointIsThereWhenExposed() {
		runner().withPropertyValues("management.endpoints.web.exposure.include=migrations")
			.run((context) -> assertThat(context).hasSingleBean(MigrationsEndpoint.class)
				.hasSingleBean(MigrationsEndpointWebExtension.class));
	}

	@Test
	void webExtensionIsNotThereForJmx() {
		runner().withPropertyValues("management.endpoints.jmx.exposure.include=migrations", "spring.jmx.enabled=true")
			.run((context) -> assertThat(context).hasSingleBean(MigrationsEndpoint.class)
				.doesNotHaveBean(MigrationsEndpointWebExtension.class));
	}

	@Test
	void endpointIsNotThereWhenNotExposed() {
		runner().run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(MigrationsEndpoint.class));
	}

	@Test
	void accessMayBeTakenAway() {
		runner()
			.withPropertyValues("management.endpoints.web.exposure.include=*",
					"management.endpoint.migrations.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(MigrationsEndpoint.class));
	}

	@Test
	void accessIsReadOnlyByDefault() {
		assertThat(MigrationsEndpoint.class.getAnnotation(Endpoint.class).defaultAccess()).isEqualTo(Access.READ_ONLY);
	}

	@Test
	void endpointIsNotThereWithoutMigrators() {
		runner().withPropertyValues("management.endpoints.web.exposure.include=*", TestContexts.STOCK)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(MigrationsEndpoint.class));
	}

	private ApplicationContextRunner runner() {
		return TestContexts.runner(TestDatabase.sqlite(this.directory))
			.withConfiguration(AutoConfigurations.of(MigrationsEndpointAutoConfiguration.class,
					MigrationsHealthContributorAutoConfiguration.class,
					MigrationsInfoContributorAutoConfiguration.class));
	}

}
