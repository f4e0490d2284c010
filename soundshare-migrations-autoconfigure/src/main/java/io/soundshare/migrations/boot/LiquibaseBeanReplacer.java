package io.soundshare.migrations.boot;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;

/**
 * Puts a {@link Migrator} where Boot's auto-configuration has put its SpringLiquibase,
 * under the same name. Replacing the definition, rather than keeping Boot's
 * auto-configuration out, leaves all of its conditions, exclusions, test slices and
 * connection details as applications know them.
 */
final class LiquibaseBeanReplacer implements BeanDefinitionRegistryPostProcessor {

	private final Map<String, AbstractBeanDefinition> replaced = new LinkedHashMap<>();

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		for (String name : registry.getBeanDefinitionNames()) {
			BeanDefinition definition = registry.getBeanDefinition(name);
			if (isBoots(definition, "liquibase")) {
				registry.removeBeanDefinition(name);
				registry.registerBeanDefinition(name, migrator());
				this.replaced.put(name, (AbstractBeanDefinition) definition);
			}
		}
		if (!this.replaced.isEmpty()) {
			// It would ask every SpringLiquibase for its data source, and so create it.
			for (String name : registry.getBeanDefinitionNames()) {
				if (isBoots(registry.getBeanDefinition(name), "liquibaseDefaultDdlModeProvider")) {
					registry.removeBeanDefinition(name);
				}
			}
		}
	}

	/**
	 * Return the replaced definitions by their names: SpringLiquibase, as Boot would have
	 * made it.
	 */
	Map<String, AbstractBeanDefinition> replaced() {
		return this.replaced;
	}

	/** Whether a bean method of Boot's configuration makes it, whatever name it has. */
	private static boolean isBoots(BeanDefinition definition, String method) {
		String factory = definition.getFactoryBeanName();
		return factory != null && factory.startsWith(LiquibaseAutoConfiguration.class.getName())
				&& method.equals(definition.getFactoryMethodName());
	}

	private static BeanDefinition migrator() {
		RootBeanDefinition definition = new RootBeanDefinition(LiquibaseMigratorFactory.class);
		definition.setFactoryMethodName("create");
		definition.setTargetType(Migrator.class);
		definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
		return definition;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
	}

}
