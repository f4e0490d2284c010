package io.soundshare.migrations.autogenerate.entity;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.soundshare.migrations.autogenerate.MappedEntities;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Product;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's boot model, with names as the database would keep them.
 *
 * @param entities what Hibernate knows
 * @param product the database
 */
record BootModel(MappedEntities entities, Product product) {

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
		return StreamSupport.stream(database().getNamespaces().spliterator(), false)
			.flatMap((namespace) -> namespace.getTables().stream())
			.filter((table) -> table.isPhysicalTable() && !table.isView());
	}

	ObjectName name(Table table) {
		return name(table.getSchemaIdentifier(), table.getNameIdentifier());
	}

	ObjectName name(QualifiedName name) {
		return name(name.getSchemaName(), name.getObjectName());
	}

	/**
	 * The name with the schema Hibernate would put before it, unless connections start
	 * there. SQLite has none.
	 */
	ObjectName name(@Nullable Identifier schema, Identifier name) {
		Identifier qualifier = (schema != null) ? schema : context().getDefaultSchema();
		if (this.product == Product.SQLITE || qualifier == null) {
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
