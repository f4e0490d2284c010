package io.soundshare.migrations.boot;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.core.Ordered;

/**
 * Keeps the SpringLiquibase that was replaced, for {@code /actuator/liquibase} and for
 * applications that inject it: created when somebody asks for it, and running nothing by
 * itself. It comes back after Boot has looked for database initialisers, so that nothing
 * waits for it.
 */
final class SpringLiquibaseKeeper implements BeanFactoryPostProcessor, Ordered {

	/** Follows the name the bean has in Boot, which its Migrator has here. */
	private static final String SUFFIX = ".springLiquibase";

	private static final String SHOULD_RUN = "shouldRun";

	private final LiquibaseBeanReplacer replacer;

	SpringLiquibaseKeeper(LiquibaseBeanReplacer replacer) {
		this.replacer = replacer;
	}

	/**
	 * Whether the bean is a kept one, and not the application's own. Known by what
	 * survives ahead-of-time processing, as an attribute would not.
	 */
	static boolean isKept(ConfigurableListableBeanFactory beanFactory, String name) {
		if (!beanFactory.containsBeanDefinition(name)) {
			return false;
		}
		BeanDefinition definition = beanFactory.getBeanDefinition(name);
		return definition.getRole() == BeanDefinition.ROLE_INFRASTRUCTURE
				&& Boolean.FALSE.equals(definition.getPropertyValues().get(SHOULD_RUN));
	}

	/**
	 * The name a bean has in Boot.
	 * @param name its name here
	 * @return the same, or that of the bean that was replaced
	 */
	static String nameInBoot(String name) {
		return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		this.replacer.replaced()
			.forEach((name, definition) -> keep(name, definition, (BeanDefinitionRegistry) beanFactory));
	}

	private static void keep(String name, AbstractBeanDefinition definition, BeanDefinitionRegistry registry) {
		definition.setLazyInit(true);
		definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
		definition.getPropertyValues().addPropertyValue(SHOULD_RUN, false);
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
		registry.registerBeanDefinition(name + SUFFIX, definition);
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
