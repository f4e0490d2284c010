package io.soundshare.migrations.boot.actuate;

import io.micrometer.observation.ObservationRegistry;
import io.soundshare.migrations.boot.MigrationsAutoConfiguration;
import io.soundshare.migrations.boot.MigratorRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the observation of migrations.
 */
@AutoConfiguration(after = MigrationsAutoConfiguration.class)
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean(MigratorRegistry.class)
@Conditional(OnMigratorCondition.class)
public final class MigrationsObservationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "migrationsObservations")
	MigrationObservations migrationsObservations(ObjectProvider<ObservationRegistry> registry) {
		return new MigrationObservations(registry);
	}

}
