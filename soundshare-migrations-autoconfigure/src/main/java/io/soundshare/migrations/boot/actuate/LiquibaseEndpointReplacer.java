package io.soundshare.migrations.boot.actuate;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseEndpointAutoConfiguration;

/**
 * Puts a {@link DropInLiquibaseEndpoint} where Boot's auto-configuration has put its
 * endpoint, under the same name: wherever there is none, or the application's own, that
 * is how it stays.
 */
final class LiquibaseEndpointReplacer implements BeanDefinitionRegistryPostProcessor {

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		for (String name : registry.getBeanDefinitionNames()) {
			if (isBoots(registry.getBeanDefinition(name))) {
				RootBeanDefinition replacement = new RootBeanDefinition(DropInLiquibaseEndpoint.class);
				replacement.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
				registry.removeBeanDefinition(name);
				registry.registerBeanDefinition(name, replacement);
			}
		}
	}

	private static boolean isBoots(BeanDefinition definition) {
		String factory = definition.getFactoryBeanName();
		return factory != null && factory.startsWith(LiquibaseEndpointAutoConfiguration.class.getName())
				&& "liquibaseEndpoint".equals(definition.getFactoryMethodName());
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
	}

}
