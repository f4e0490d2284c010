package io.soundshare.migrations.autogenerate.comparison;

import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

import javax.sql.DataSource;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.autogenerate.database.Obstacle;
import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.diff.CanonicalSchema;
import io.soundshare.migrations.autogenerate.diff.Comparer;
import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.diff.Fills;
import io.soundshare.migrations.autogenerate.entity.Attributes;
import io.soundshare.migrations.autogenerate.entity.EmptyValues;
import io.soundshare.migrations.autogenerate.entity.EntityModel;
import io.soundshare.migrations.autogenerate.entity.EntitySchemaReader;
import io.soundshare.migrations.autogenerate.entity.MappedEntities;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.model.Definition;
import io.soundshare.migrations.autogenerate.model.NamedType;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.render.DifferenceText;
import io.soundshare.migrations.autogenerate.render.RevisionSteps;
import io.soundshare.migrations.autogenerate.shadow.Shadow;
import io.soundshare.migrations.engine.friend.MigrationsInternals;
import io.soundshare.migrations.file.RevisionContent;
import io.soundshare.migrations.file.RevisionFileFormat;
import io.soundshare.migrations.model.InvalidChangelogException;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Remedy;

/**
 * Work in one shadow database: to build the declared schema, replay the changelog, try
 * out a revision.
 */
public final class ShadowSession implements AutoCloseable {

	/** The place of a failure, for people. */
	static final String HERE = "in the shadow database, which is made for this and thrown away. "
			+ "Nothing of yours was touched.";

	private final Shadow shadow;

	private final Migrations migrations;

	private final TableFilter filter;

	private final DataSource database;

	private final Access access;

	private final SupportedProduct product;

	private final Predicate<String> ownTables;

	ShadowSession(ShadowSessions sessions, Shadow shadow) {
		DataSource database = shadow.dataSource();
		this.shadow = shadow;
		this.migrations = MigrationsInternals.of(sessions.migrations()).on(database);
		this.filter = sessions.filter();
		this.product = Access.with(database,
				(connection) -> sessions.products().apply(connection.getMetaData().getDatabaseProductName()));
		MigrationsInternals internals = MigrationsInternals.of(this.migrations);
		this.access = new Access(this.product, internals.defaultSchema());
		this.database = this.access.alike(database);
		this.ownTables = internals.ownTables().or(Trial.TABLES::contains);
		createSchemas(internals.schemas());
	}

	public SupportedProduct product() {
		return this.product;
	}

	/**
	 * Name a remedy for whoever compares.
	 * @param remedy the remedy
	 * @return its name
	 */
	public String name(Remedy remedy) {
		return MigrationsInternals.of(this.migrations).name(remedy);
	}

	/**
	 * Find what the entities declare, as this database tells it: built here, by the
	 * changes a revision would be made of.
	 */
	public DeclaredSchema declared(EntityModel model) {
		MappedEntities entities = model.boot(this.database);
		Schema written = this.filter.apply(EntitySchemaReader.read(entities, this.product));
		List<NamedType> types = EntitySchemaReader.types(entities, this.product);
		List<Difference> all = new ArrayList<>(missing(types));
		all.addAll(Comparer.compare(Schema.EMPTY, written, this.product, Fills.NONE));
		Attributes attributes = Attributes.of(entities, this.product);
		List<String> problems = EntitySchemaReader.problems(entities, this.product);
		if (all.isEmpty()) {
			return new DeclaredSchema(Schema.EMPTY, types, problems, attributes);
		}
		try {
			build(all, (trial) -> {
			});
		}
		catch (MigrationException ex) {
			throw new FailingColumn(all, attributes, (differences) -> build(differences, Trial::downgrade)).blame(ex);
		}
		Schema merged = CanonicalSchema.of(written, read(), this.product);
		this.access.on(this.database,
				(connection) -> new DefaultCheck(this.product, attributes).require(connection, merged));
		return new DeclaredSchema(merged, types, problems, attributes);
	}

	private void build(List<Difference> differences, Consumer<Trial> afterwards) {
		RevisionContent content = new RevisionSteps(differences, List.of(), Schema.EMPTY, this.product, this::name)
			.content("", RevisionFileFormat.YAML);
		Trial trial = new Trial(this.database, content, RevisionFileFormat.YAML);
		trial.upgrade();
		afterwards.accept(trial);
	}

	/** The types that are not here yet. */
	public List<Difference> missing(List<NamedType> types) {
		if (types.isEmpty()) {
			return List.of();
		}
		return this.access.on(this.database, (connection) -> this.product.missingTypes(connection, types))
			.stream()
			.<Difference>map((type) -> new Difference.CreateType(type.name(), type.sql()))
			.toList();
	}

	/** The values of the enums that are here. */
	public Map<ObjectName, List<String>> labels() {
		return this.access.on(this.database, this.product::labels);
	}

	/** Makes values up, and tries them here. */
	public EmptyValues emptyValues(DeclaredSchema declared) {
		List<String> types = missing(declared.types()).stream()
			.filter(Difference.CreateType.class::isInstance)
			.map((type) -> ((Difference.CreateType) type).sql())
			.toList();
		return new EmptyValues(declared.attributes(), this.database, types);
	}

	/** The schema the changelog makes. */
	public Schema replay() {
		try {
			this.migrations.upgrade();
		}
		catch (MigrationException ex) {
			throw new AutogenerateException(
					"The changelog cannot be replayed " + HERE + " "
							+ ex.problem().replaceFirst("^The upgrade failed", "It fails"),
					(ex instanceof InvalidChangelogException) ? ex.wayOut()
							: "Mend what the message is about so that the changelog runs from its beginning in an "
									+ "empty database, then run this again.",
					ex);
		}
		return read();
	}

	/** The schema that is here, without what only serves to migrate. */
	public Schema read() {
		return read(this.database);
	}

	public Schema read(DataSource other) {
		Schema all = this.access.on(other, (connection) -> this.product.schemas().read(connection));
		return this.filter.apply(TableFilter.keep(all, (name) -> !isOwn(name)));
	}

	/** The definitions of what is here, without what only serves to migrate. */
	public List<Definition> definitions() {
		return definitions(this.database);
	}

	public List<Definition> definitions(DataSource other) {
		return this.filter.apply(this.access.on(other, (connection) -> this.product.definitions().read(connection)),
				this::isOwn);
	}

	/** Objects the database has no words for, or none that can be had. */
	public List<Obstacle> obstacles(DataSource other) {
		return this.access.on(other, (connection) -> this.product.definitions().obstacles(connection))
			.stream()
			.filter((obstacle) -> this.filter.keeps(obstacle.name()) && !isOwn(obstacle.name()))
			.toList();
	}

	private boolean isOwn(ObjectName name) {
		return this.ownTables.test(name.name().toLowerCase(Locale.ROOT));
	}

	/** Connections to the shadow database. */
	public DataSource database() {
		return this.database;
	}

	public static String lines(List<Difference> differences) {
		StringBuilder lines = new StringBuilder();
		differences.forEach((difference) -> lines.append("\n  ").append(DifferenceText.of(difference)));
		return lines.toString();
	}

	@Override
	public void close() {
		this.shadow.close();
	}

	private void createSchemas(Collection<String> schemas) {
		if (schemas.isEmpty()) {
			return;
		}
		this.access.on(this.database, (connection) -> {
			try (Statement statement = connection.createStatement()) {
				for (String schema : schemas) {
					statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
				}
			}
			return schemas;
		});
	}

}
