package io.soundshare.migrations.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import io.soundshare.migrations.boot.actuate.DropInLiquibaseEndpointAutoConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseEndpointAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("slow")
class AheadOfTimeTests {

	@TempDir
	private Path directory;

	@Test
	void contextCanBeProcessedAheadOfTime() {
		TestDatabase database = TestDatabase.sqlite(this.directory);
		InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
		DefaultGenerationContext generation = new DefaultGenerationContext(
				new ClassNameGenerator(ClassName.get(AheadOfTimeTests.class)), files);
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			TestPropertyValues
				.of("spring.datasource.url=" + database.url(), "management.endpoints.web.exposure.include=liquibase",
						"management.endpoints.jmx.exposure.include=liquibase", "spring.jmx.enabled=true")
				.applyTo(context);
			context.register(Application.class);
			new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
			generation.writeGeneratedContent();
		}
		Map<String, String> sources = files.getGeneratedFiles(Kind.SOURCE)
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> content(files, entry.getKey())));
		assertThat(source(sources, "LiquibaseMigratorFactory")).contains("LiquibaseMigratorFactory.create(");
		assertThat(source(sources, "LiquibaseAutoConfiguration")).contains("addPropertyValue(\"shouldRun\", false)",
				"setLazyInit(true)", "ROLE_INFRASTRUCTURE");
		assertThat(source(sources, "DropInLiquibaseEndpoint")).contains("new DropInLiquibaseEndpoint(");
		assertThat(database.tables()).isEmpty();
	}

	private static String source(Map<String, String> sources, String name) {
		return sources.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().endsWith("/" + name + "__BeanDefinitions.java"))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElseThrow();
	}

	private static String content(InMemoryGeneratedFiles files, String path) {
		try {
			return files.getGeneratedFileContent(Kind.SOURCE, path);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
			LiquibaseAutoConfiguration.class, LiquibaseEndpointAutoConfiguration.class,
			MigrationsAutoConfiguration.class, DropInLiquibaseEndpointAutoConfiguration.class })
	static class Application {

	}

}
