package io.soundshare.migrations.boot.actuate;

import io.soundshare.migrations.boot.MigrationsAutoConfiguration;
import io.soundshare.migrations.boot.MigratorRegistry;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.liquibase.actuate.endpoint.LiquibaseEndpoint;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for Boot's
 * {@code /actuator/liquibase}, which goes on as dashboards know it.
 */
@AutoConfiguration(after = MigrationsAutoConfiguration.class)
@ConditionalOnClass({ LiquibaseEndpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBean(MigratorRegistry.class)
@Import(LiquibaseEndpointReplacer.class)
public final class DropInLiquibaseEndpointAutoConfiguration {

}
