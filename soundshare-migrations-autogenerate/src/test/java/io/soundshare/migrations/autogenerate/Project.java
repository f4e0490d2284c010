package io.soundshare.migrations.autogenerate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.sql.DataSource;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.autogenerate.answer.Answers;
import io.soundshare.migrations.autogenerate.comparison.Comparison;
import io.soundshare.migrations.autogenerate.comparison.TableFilter;
import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.diff.Comparer;
import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.entity.EntityModel;
import io.soundshare.migrations.autogenerate.entity.MappedEntities;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.render.DifferenceText;
import io.soundshare.migrations.autogenerate.shadow.ShadowDatabases;
import io.soundshare.migrations.file.RevisionFile;
import io.soundshare.migrations.file.RevisionFileFormat;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Target;
import liquibase.resource.DirectoryResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * A project in a folder: its changelog, its database, and entities that change.
 */
public final class Project {

	private static final String MASTER = "master.yaml";

	private final Path folder;

	private final DataSource database;

	private final SupportedProduct product;

	private final ShadowDatabases shadows;

	private final List<String> exclude;

	private Migrations migrations;

	private Autogenerate autogenerate;

	private RevisionFileFormat format = RevisionFileFormat.YAML;

	public Project(Path folder, DataSource database, SupportedProduct product, ShadowDatabases shadows,
			String... exclude) throws IOException {
		this.folder = Files.createDirectories(folder.resolve("versions"));
		this.database = database;
		this.product = product;
		Files.writeString(folder.resolve(MASTER), """
				databaseChangeLog:
				  - includeAll:
				      path: versions/
				      relativeToChangelogFile: true
				      errorIfMissingOrEmpty: false
				""");
		this.shadows = shadows;
		this.exclude = List.of(exclude);
		this.migrations = migrations(null);
		this.autogenerate = Autogenerate.of(this.migrations, shadows, List.of(), this.exclude);
	}

	private Migrations migrations(@Nullable String defaultSchema) throws IOException {
		return Migrations.builder(this.database, MASTER)
			.defaultSchema(defaultSchema)
			.resources(new DirectoryResourceAccessor(this.folder.getParent()))
			.build();
	}

	/** As spring.liquibase.default-schema does. */
	public Project defaultSchema(String schema) throws IOException {
		this.migrations = migrations(schema);
		this.autogenerate = Autogenerate.of(this.migrations, this.shadows, List.of(), this.exclude);
		return this;
	}

	public Project format(RevisionFileFormat format) {
		this.format = format;
		return this;
	}

	/** The differences between the changelog and the entities. */
	public Comparison check(EntityModel entities) {
		return compare(entities, Answers.NONE);
	}

	/** The same, with answers. */
	public Comparison compare(EntityModel entities, Answers answers) {
		List<MappedEntities> booted = new ArrayList<>();
		try {
			return this.autogenerate.entities((empty) -> {
				MappedEntities mapped = entities.boot(empty);
				booted.add(mapped);
				return mapped;
			}, Against.CHANGELOG, answers);
		}
		finally {
			booted.forEach(MappedEntities::close);
		}
	}

	/** Write the revision that is missing. */
	public String create(Comparison comparison) throws IOException {
		RevisionFile file = comparison.revision("Step", "test", this.format, this.folder, "versions",
				Clock.systemUTC());
		file.write();
		return Files.readString(file.path());
	}

	public void upgrade() {
		this.migrations.upgrade(Target.HEAD, ProgressListener.SILENT);
	}

	public void downgrade() {
		this.migrations.downgrade(Target.back(1));
	}

	public Comparison drift() {
		return this.autogenerate.drift();
	}

	public Comparison baseline() {
		return this.autogenerate.baseline();
	}

	public void adopt(RevisionFile file) {
		this.autogenerate.adopt(file);
	}

	/** The schema the database holds now. */
	public Schema schema() throws SQLException {
		try (Connection connection = this.database.getConnection()) {
			Schema all = this.product.schemas().read(connection);
			return TableFilter.keep(all,
					(name) -> !name.name().toLowerCase(Locale.ROOT).startsWith("databasechangelog"));
		}
	}

	/**
	 * The differences a rollback has not brought back, but for what the revision says of
	 * it: that a column comes back nullable as its values are gone.
	 */
	public List<String> lost(Schema before, String revision) throws SQLException {
		return Comparer.strictly(schema(), before, this.product)
			.stream()
			.filter((left) -> !(left instanceof Difference.AlterColumn alter
					&& alter.from().equals(alter.to().asNullable())
					&& revision.contains("undone, " + alter.subject() + "." + alter.to().name()
							+ " comes back without its values and takes NULL")))
			.map(DifferenceText::of)
			.toList();
	}

	public DataSource database() {
		return this.database;
	}

	public Migrations migrations() {
		return this.migrations;
	}

}
