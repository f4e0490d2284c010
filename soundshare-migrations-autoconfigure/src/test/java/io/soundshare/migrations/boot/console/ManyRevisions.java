package io.soundshare.migrations.boot.console;

import io.soundshare.migrations.boot.MigrationsProperties;
import io.soundshare.migrations.boot.Migrator;
import io.soundshare.migrations.boot.TestDatabase;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One more database, which has been migrated for long.
 */
@Configuration(proxyBeanMethods = false)
class ManyRevisions {

	static final int MANY = 5000;

	@Bean
	Migrator many(MigrationsProperties settings) {
		TestDatabase database = ConsoleDatabases.database();
		ConsoleDatabases.migrations(database, ConsoleDatabases.FULL).upgrade();
		database.run("WITH RECURSIVE n(i) AS (SELECT 4 UNION ALL SELECT i + 1 FROM n WHERE i < " + MANY + ")"
				+ " INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM,"
				+ " DESCRIPTION, COMMENTS, LIQUIBASE, DEPLOYMENT_ID) SELECT 'revision-' || i, 'nina', 'db/more.yaml',"
				+ " DATEEXECUTED, i, 'EXECUTED', MD5SUM, 'createTable', 'Table number ' || i, LIQUIBASE, DEPLOYMENT_ID"
				+ " FROM n, DATABASECHANGELOG WHERE ORDEREXECUTED = 1");
		return ConsoleDatabases.migrator(database, ConsoleDatabases.FULL, settings);
	}

}
