package io.soundshare.migrations.autogenerate.entity;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.registry.selector.spi.StrategySelector;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.DefaultSchemaFilterProvider;
import org.hibernate.tool.schema.spi.SchemaFilter;
import org.hibernate.tool.schema.spi.SchemaFilterProvider;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's boot model, with names as the database would keep them.
 *
 * @param entities what Hibernate knows
 * @param product the database
 * @param problems what the entities want that cannot be, as it is found
 */
record BootModel(MappedEntities entities, SupportedProduct product, Set<String> problems) {

	BootModel(MappedEntities entities, SupportedProduct product) {
		this(entities, product, new TreeSet<>());
	}

	Database database() {
		return this.entities.metadata().getDatabase();
	}

	Dialect dialect() {
		return database().getDialect();
	}

	SqlStringGenerationContext context() {
		return this.entities.sessionFactory().getSqlStringGenerationContext();
	}

	/** The tables that become tables, not views and the like. */
	Stream<Table> tables() {
		SchemaFilter filter = filter();
		return namespaces(filter).flatMap((namespace) -> namespace.getTables().stream())
			.filter((table) -> table.isPhysicalTable() && !table.isView() && filter.includeTable(table));
	}

	Stream<Sequence> sequences() {
		SchemaFilter filter = filter();
		return namespaces(filter)
			.flatMap((namespace) -> StreamSupport.stream(namespace.getSequences().spliterator(), false))
			.filter(filter::includeSequence);
	}

	private Stream<Namespace> namespaces(SchemaFilter filter) {
		return StreamSupport.stream(database().getNamespaces().spliterator(), false).filter(filter::includeNamespace);
	}

	/** The filter of what is created, if the application has one. */
	private SchemaFilter filter() {
		SessionFactoryImplementor sessionFactory = this.entities.sessionFactory();
		return sessionFactory.getServiceRegistry()
			.requireService(StrategySelector.class)
			.resolveDefaultableStrategy(SchemaFilterProvider.class,
					sessionFactory.getProperties().get(SchemaToolingSettings.HBM2DDL_FILTER_PROVIDER),
					DefaultSchemaFilterProvider.INSTANCE)
			.getCreateFilter();
	}

	/** Tell people of something the entities want that cannot be. */
	void problem(String problem) {
		this.problems.add(problem);
	}

	/** Tell whether the table has the columns, which annotations only name. */
	boolean hasAll(Table table, List<Column> columns, String whose) {
		List<String> missing = columns.stream()
			.filter((column) -> table.getColumn(column) == null)
			.map(Column::getName)
			.toList();
		if (!missing.isEmpty()) {
			problem("No " + whose + " on table " + name(table) + ": it has no column " + String.join(", ", missing)
					+ ". Correct the columns of the annotation.");
		}
		return missing.isEmpty();
	}

	ObjectName name(Table table) {
		return name(table.getSchemaIdentifier(), table.getNameIdentifier());
	}

	ObjectName name(QualifiedName name) {
		return name(name.getSchemaName(), name.getObjectName());
	}

	/**
	 * The name with the schema Hibernate would put before it, unless connections start
	 * there, or the product has none.
	 */
	ObjectName name(@Nullable Identifier schema, Identifier name) {
		Identifier qualifier = (schema != null) ? schema : context().getDefaultSchema();
		if (!this.product.hasSchemas() || qualifier == null) {
			return ObjectName.of(name(name));
		}
		Identifier current = database().getJdbcEnvironment().getCurrentSchema();
		String kept = name(qualifier);
		return (current != null && current.getText().equals(kept)) ? ObjectName.of(name(name))
				: new ObjectName(kept, name(name));
	}

	String name(Column column) {
		return this.product.keeps(column.getName(), column.isQuoted());
	}

	String name(Identifier identifier) {
		return this.product.keeps(identifier.getText(), identifier.isQuoted());
	}

	/** A name as written in SQL or rendered for the dialect, with its quotes if any. */
	String name(String written) {
		return name(Identifier.toIdentifier(written));
	}

}
