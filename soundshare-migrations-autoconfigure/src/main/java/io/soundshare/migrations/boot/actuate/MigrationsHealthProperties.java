package io.soundshare.migrations.boot.actuate;

import java.time.Duration;
import java.util.Set;

import io.soundshare.migrations.model.SchemaState;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the {@code migrations} health contributor.
 *
 * @param upStates Schema states that are reported as UP. Any other is OUT_OF_SERVICE. Add
 * "ahead" to keep the instances of an older build in service while a newer one is rolled
 * out.
 * @param cache Caching of the state that was read last.
 */
@ConfigurationProperties("management.health.migrations")
record MigrationsHealthProperties(@DefaultValue("up-to-date") Set<SchemaState> upStates, @DefaultValue Cache cache) {

	MigrationsHealthProperties {
		upStates = Set.copyOf(upStates);
	}

	/**
	 * Caching of the state that was read last.
	 *
	 * @param timeToLive Time for which the state of a database is reported without
	 * reading it again.
	 */
	record Cache(@DefaultValue("10s") Duration timeToLive) {

	}

}
