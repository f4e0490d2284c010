package io.soundshare.migrations.boot.actuate;

import java.util.LinkedHashMap;
import java.util.Map;

import io.soundshare.migrations.boot.MigrationsAutoConfiguration;
import io.soundshare.migrations.boot.MigratorRegistry;

import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.autoconfigure.info.InfoContributorAutoConfiguration;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.annotation.Order;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the {@code migrations} info
 * contributor.
 */
@AutoConfiguration(after = MigrationsAutoConfiguration.class)
@ConditionalOnClass({ InfoContributor.class, ConditionalOnEnabledInfoContributor.class })
@ConditionalOnBean(MigratorRegistry.class)
@Conditional(OnMigratorCondition.class)
@ConditionalOnEnabledInfoContributor("migrations")
@EnableConfigurationProperties(MigrationsInfoProperties.class)
public final class MigrationsInfoContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "migrationsInfoContributor")
	@Order(InfoContributorAutoConfiguration.DEFAULT_ORDER)
	InfoContributor migrationsInfoContributor(MigratorRegistry migrators, MigrationsInfoProperties properties) {
		Map<String, StatusReading> readings = new LinkedHashMap<>();
		migrators.names()
			.forEach((name) -> readings.put(name,
					new StatusReading(() -> migrators.get(name).status(), properties.cache().timeToLive())));
		return new MigrationsInfoContributor(readings);
	}

}
