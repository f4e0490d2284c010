package io.soundshare.migrations.boot;

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/**
 * Keeps Hibernate from creating a schema that a {@link Migrator} manages.
 */
class MigratorSchemaManagementProvider implements SchemaManagementProvider {

	private final ObjectProvider<Migrator> migrators;

	MigratorSchemaManagementProvider(ObjectProvider<Migrator> migrators) {
		this.migrators = migrators;
	}

	@Override
	public SchemaManagement getSchemaManagement(DataSource dataSource) {
		return this.migrators.stream().map(Migrator::dataSource).anyMatch(dataSource::equals) ? SchemaManagement.MANAGED
				: SchemaManagement.UNMANAGED;
	}

}
