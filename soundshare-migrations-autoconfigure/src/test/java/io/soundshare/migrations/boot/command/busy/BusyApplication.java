package io.soundshare.migrations.boot.command.busy;

import jakarta.annotation.PostConstruct;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Does something on every occasion there is.
 */
@SpringBootApplication
@EnableScheduling
@EnableAsync
public class BusyApplication {

	@Bean
	CommandLineRunner commandLineRunner() {
		Occasions.note("a CommandLineRunner was created");
		return (args) -> Occasions.note("a CommandLineRunner ran");
	}

	@Bean
	ApplicationRunner applicationRunner() {
		return (args) -> Occasions.note("an ApplicationRunner ran");
	}

	@Bean
	SmartInitializingSingleton smartInitializingSingleton() {
		return () -> Occasions.note("a SmartInitializingSingleton was told");
	}

	@Bean
	ApplicationListener<ContextRefreshedEvent> refreshedListener() {
		return (event) -> Occasions.note("an ApplicationListener heard of the refresh");
	}

	@Bean
	static BeanPostProcessor harmless() {
		return new BeanPostProcessor() {
		};
	}

	@Component
	@Lazy(false)
	static class Eager {

		@PostConstruct
		void start() {
			Occasions.note("an eager component was created");
		}

	}

	@Component
	static class Scheduler {

		@Scheduled(fixedRate = 1)
		void tick() {
			Occasions.note("a @Scheduled method ran");
		}

	}

	@Component
	static class Listener {

		@EventListener({ ApplicationStartedEvent.class, ApplicationReadyEvent.class, ContextRefreshedEvent.class,
				ContextClosedEvent.class })
		void on(Object event) {
			Occasions.note("an @EventListener heard of " + event.getClass().getSimpleName());
		}

	}

	@Component
	static class Background implements SmartLifecycle {

		@Override
		public void start() {
			Occasions.note("a SmartLifecycle was started");
		}

		@Override
		public void stop() {
			Occasions.note("a SmartLifecycle was stopped");
		}

		@Override
		public boolean isRunning() {
			return false;
		}

	}

	@Component
	@ManagedResource(objectName = "soundshare.test:name=busy")
	public static class Managed {

		@ManagedAttribute
		public int getNumber() {
			return 1;
		}

	}

}
