package io.soundshare.migrations.test;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.SpringBootTestContextBootstrapper;

/**
 * Makes the context of the slice: nothing is made before it is asked for, and nothing
 * touches the application's database.
 */
class MigrationSliceBootstrapper extends SpringBootTestContextBootstrapper {

	@Override
	protected String @Nullable [] getProperties(Class<?> testClass) {
		return new String[] { "spring.main.lazy-initialization=true", "spring.main.web-application-type=none",
				"soundshare.migrations.startup=none", "spring.jpa.hibernate.ddl-auto=none",
				"spring.jpa.bootstrap=default", "spring.sql.init.mode=never" };
	}

}
