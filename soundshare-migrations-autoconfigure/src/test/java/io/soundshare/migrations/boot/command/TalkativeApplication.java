package io.soundshare.migrations.boot.command;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Prints wherever it can.
 */
@SpringBootConfiguration
@Import(SmallApplication.class)
class TalkativeApplication {

	static {
		System.out.println("printed while a class was loaded");
	}

	@Bean
	DriverManagerDataSource ownDataSource(Environment environment) {
		System.out.println("printed by a bean method");
		return new DriverManagerDataSource(environment.getRequiredProperty("spring.datasource.url"));
	}

}
