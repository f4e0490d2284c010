package io.soundshare.migrations.boot.actuate;

import java.time.Duration;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.soundshare.migrations.boot.MigrationsAutoConfiguration;
import io.soundshare.migrations.boot.MigratorRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the metrics of migrations.
 */
@AutoConfiguration(after = MigrationsAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnBean(MigratorRegistry.class)
@Conditional(OnMigratorCondition.class)
public final class MigrationsMetricsAutoConfiguration {

	/** Of the order of what dashboards are refreshed with. */
	private static final Duration TIME_TO_LIVE = Duration.ofSeconds(10);

	@Bean
	@ConditionalOnMissingBean(name = "migrationsMetrics")
	MigrationMetrics migrationsMetrics(MigratorRegistry migrators) {
		return new MigrationMetrics(migrators, TIME_TO_LIVE);
	}

}
