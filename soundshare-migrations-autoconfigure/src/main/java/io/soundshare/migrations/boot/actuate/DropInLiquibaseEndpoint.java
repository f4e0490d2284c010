package io.soundshare.migrations.boot.actuate;

import java.util.Map;
import java.util.TreeMap;

import io.soundshare.migrations.boot.MigratorRegistry;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.liquibase.actuate.endpoint.LiquibaseEndpoint;
import org.springframework.context.ApplicationContext;

/**
 * Boot's {@code /actuator/liquibase}, which shows the SpringLiquibase that was replaced
 * under the name it has in Boot, as every dashboard knows it.
 */
final class DropInLiquibaseEndpoint extends LiquibaseEndpoint {

	DropInLiquibaseEndpoint(ApplicationContext context) {
		super(context);
	}

	@Override
	@ReadOperation
	public LiquibaseBeansDescriptor liquibaseBeans() {
		LiquibaseBeansDescriptor descriptor = super.liquibaseBeans();
		descriptor.getContexts().values().forEach((context) -> rename(context.getLiquibaseBeans()));
		return descriptor;
	}

	private static <T> void rename(Map<String, T> beans) {
		Map<String, T> renamed = new TreeMap<>();
		beans.forEach((name, bean) -> renamed.put(MigratorRegistry.nameInBoot(name), bean));
		beans.clear();
		beans.putAll(renamed);
	}

}
