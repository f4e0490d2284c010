package io.soundshare.migrations.boot.actuate;

import io.soundshare.migrations.boot.Migrator;
import liquibase.integration.spring.SpringLiquibase;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;

/**
 * Matches if some database is migrated. Boot's SpringLiquibase counts: it is replaced by
 * a {@link Migrator} later.
 */
final class OnMigratorCondition extends AnyNestedCondition {

	OnMigratorCondition() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnBean(Migrator.class)
	static final class MigratorCondition {

	}

	@ConditionalOnBean(SpringLiquibase.class)
	static final class SpringLiquibaseCondition {

	}

}
