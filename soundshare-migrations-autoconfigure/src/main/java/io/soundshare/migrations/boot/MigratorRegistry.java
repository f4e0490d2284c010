package io.soundshare.migrations.boot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.boot.Migrator.StartPath;
import liquibase.integration.spring.SpringLiquibase;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Registry of the databases an application migrates, by the name of the bean that does
 * it: its {@link Migrator} beans and its own SpringLiquibase beans.
 */
public final class MigratorRegistry {

	private final ConfigurableListableBeanFactory beanFactory;

	/** Kept, since an engine remembers the changelog it has parsed. */
	private final Map<String, Migrations> adapted = new ConcurrentHashMap<>();

	MigratorRegistry(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Return the name that a SpringLiquibase bean has where Boot runs Liquibase.
	 * @param name its name here
	 * @return the same, or that of the bean a {@link Migrator} has replaced
	 */
	public static String nameInBoot(String name) {
		return SpringLiquibaseKeeper.nameInBoot(name);
	}

	/**
	 * Return the names of the databases. Creates no beans.
	 * @return the bean names, in the order of the beans' definition
	 */
	public Set<String> names() {
		Set<String> names = new LinkedHashSet<>();
		Collections.addAll(names, this.beanFactory.getBeanNamesForType(Migrator.class, true, false));
		for (String name : this.beanFactory.getBeanNamesForType(SpringLiquibase.class, true, false)) {
			if (!SpringLiquibaseKeeper.isKept(this.beanFactory, name)) {
				names.add(name);
			}
		}
		return names;
	}

	/**
	 * Return the engine of one database. Creates its bean if it is not created yet.
	 * @param name one of the {@link #names()}
	 * @return the migrations of the database
	 */
	public Migrations get(String name) {
		Object bean = this.beanFactory.getBean(name);
		return (bean instanceof Migrator migrator) ? migrator.migrations()
				: this.adapted.computeIfAbsent(name,
						(adapted) -> ApplicationListeners.hearing(
								SpringLiquibaseAdapter.migrations((SpringLiquibase) bean,
										this.beanFactory.getBean(MigrationsProperties.class),
										EnvironmentSecrets.of(this.beanFactory.getBean(Environment.class))),
								this.beanFactory, name));
	}

	/**
	 * Return which way the start of one database took. Creates its bean if it is not
	 * created yet.
	 * @param name one of the {@link #names()}
	 * @return the way; {@link StartPath#NONE} of an application's own SpringLiquibase
	 */
	public StartPath startPath(String name) {
		return (this.beanFactory.getBean(name) instanceof Migrator migrator) ? migrator.startPath() : StartPath.NONE;
	}

	/**
	 * Return the engines. Creates the beans that are not created yet.
	 * @return the migrations by bean name, in the order of the beans' definition
	 */
	public Map<String, Migrations> byName() {
		Map<String, Migrations> migrations = new LinkedHashMap<>();
		names().forEach((name) -> migrations.put(name, get(name)));
		return migrations;
	}

}
