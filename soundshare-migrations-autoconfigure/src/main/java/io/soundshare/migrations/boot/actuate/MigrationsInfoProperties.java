package io.soundshare.migrations.boot.actuate;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the {@code migrations} info contributor.
 *
 * @param cache Caching of the revisions that were read last.
 */
@ConfigurationProperties("management.info.migrations")
record MigrationsInfoProperties(@DefaultValue Cache cache) {

	/**
	 * Caching of the revisions that were read last.
	 *
	 * @param timeToLive Time for which the revisions of a database are shown without
	 * reading them again.
	 */
	record Cache(@DefaultValue("10s") Duration timeToLive) {

	}

}
