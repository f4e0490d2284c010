package io.soundshare.migrations.boot.command;

import org.springframework.util.ClassUtils;

/**
 * Jars that not every application has, looked for before a class that needs them is
 * loaded.
 */
final class OptionalJars {

	private OptionalJars() {
	}

	static void requireAutogenerate() {
		require("io.soundshare.migrations.autogenerate.Autogenerate",
				"soundshare-migrations-autogenerate is not on the class path.",
				"Depend on soundshare-migrations-starter, which brings it.");
	}

	static void requireJpa() {
		String problem = "There is no JPA with Hibernate on the class path, so there are no entities.";
		String wayOut = "Depend on spring-boot-starter-data-jpa.";
		require("org.hibernate.boot.Metadata", problem, wayOut);
		require("org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean", problem, wayOut);
	}

	private static void require(String type, String problem, String wayOut) {
		if (!ClassUtils.isPresent(type, null)) {
			throw new UsageException(problem,
					wayOut + " Or write the revision by hand: --migrate=create:MESSAGE --migrate.empty.");
		}
	}

}
