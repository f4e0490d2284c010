package io.soundshare.migrations.autogenerate.models;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.entity.MappedEntities;
import io.soundshare.migrations.autogenerate.models.clinic.ClinicModel;
import io.soundshare.migrations.autogenerate.models.shop.ShopModel;
import io.soundshare.migrations.autogenerate.models.tracker.TrackerModel;
import org.hibernate.mapping.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The models mean something to Hibernate and to both databases.
 */
@Tag("slow")
class ModelsBootTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource
	void createsTheShop(ModelDatabase database) throws SQLException {
		assertThat(created(ShopModel.CLASSES, database)).hasSizeGreaterThan(60);
	}

	@ParameterizedTest
	@EnumSource
	void createsTheClinic(ModelDatabase database) throws SQLException {
		assertThat(created(ClinicModel.CLASSES, database)).hasSizeGreaterThan(50);
	}

	@ParameterizedTest
	@EnumSource
	void createsTheTracker(ModelDatabase database) throws SQLException {
		assertThat(created(TrackerModel.CLASSES, database)).hasSizeGreaterThan(60);
	}

	/**
	 * The tables of a model, all of which are there once Hibernate has created them.
	 * @param classes the model
	 * @param database where
	 * @return the names of the tables, without those Hibernate makes for itself
	 */
	private Set<String> created(List<Class<?>> classes, ModelDatabase database) throws SQLException {
		DataSource dataSource = database.open(this.folder);
		// On SQLite Hibernate writes COMMENT ON, which SQLite does not know.
		AnnotatedClasses model = new AnnotatedClasses(classes).with("hibernate.hbm2ddl.auto", "create")
			.with("hibernate.hbm2ddl.halt_on_error", database == ModelDatabase.POSTGRESQL);
		MappedEntities entities = model.boot(dataSource);
		entities.sessionFactory().close();
		Set<String> tables = entities.metadata()
			.collectTableMappings()
			.stream()
			.filter(Table::isPhysicalTable)
			.map(Table::getName)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(present(dataSource)).containsAll(tables);
		return tables;
	}

	private Set<String> present(DataSource dataSource) throws SQLException {
		Set<String> tables = new TreeSet<>();
		try (Connection connection = dataSource.getConnection();
				ResultSet rows = connection.getMetaData().getTables(null, null, "%", new String[] { "TABLE" })) {
			while (rows.next()) {
				tables.add(rows.getString("TABLE_NAME"));
			}
		}
		return tables;
	}

}
