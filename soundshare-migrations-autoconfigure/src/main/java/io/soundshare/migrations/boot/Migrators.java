package io.soundshare.migrations.boot;

import java.util.LinkedHashMap;
import java.util.Map;

import io.soundshare.migrations.Migrations;
import liquibase.integration.spring.SpringLiquibase;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * All databases an application migrates, by the name of the bean that does it: its
 * {@link Migrator} beans and its own SpringLiquibase beans.
 */
public final class Migrators {

	private final ConfigurableListableBeanFactory beanFactory;

	Migrators(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Return the engines. Creates the beans that are not created yet.
	 * @return the migrations by bean name, in the order of the beans' definition
	 */
	public Map<String, Migrations> byName() {
		Map<String, Migrations> migrations = new LinkedHashMap<>();
		for (String name : this.beanFactory.getBeanNamesForType(Migrator.class, true, false)) {
			migrations.put(name, this.beanFactory.getBean(name, Migrator.class).migrations());
		}
		for (String name : this.beanFactory.getBeanNamesForType(SpringLiquibase.class, true, false)) {
			if (!SpringLiquibaseKeeper.isKept(this.beanFactory, name)) {
				migrations.put(name,
						SpringLiquibaseAdapter.migrations(this.beanFactory.getBean(name, SpringLiquibase.class)));
			}
		}
		return migrations;
	}

}
