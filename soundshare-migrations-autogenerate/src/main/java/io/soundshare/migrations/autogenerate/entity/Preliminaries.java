package io.soundshare.migrations.autogenerate.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.soundshare.migrations.autogenerate.model.NamedType;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.mapping.UserDefinedType;
import org.hibernate.type.SqlTypes;

/**
 * Objects that Hibernate's SchemaCreatorImpl creates before the tables, as they need it:
 * the types of named enums and structures.
 */
final class Preliminaries {

	private Preliminaries() {
	}

	static List<NamedType> of(BootModel model) {
		Metadata metadata = model.entities().metadata();
		List<String> statements = new ArrayList<>();
		for (AuxiliaryDatabaseObject object : model.database().getAuxiliaryDatabaseObjects()) {
			if (object.beforeTablesOnCreation() && object.appliesToDialect(model.dialect())) {
				Collections.addAll(statements, object.sqlCreateStrings(model.context()));
			}
		}
		for (Namespace namespace : model.database().getNamespaces()) {
			for (UserDefinedType type : namespace.getDependencyOrderedUserDefinedTypes()) {
				Collections.addAll(statements,
						model.dialect()
							.getUserDefinedTypeExporter()
							.getSqlCreateStrings(type, metadata, model.context()));
			}
		}
		Set<ObjectName> ordered = ordered(model);
		return statements.stream()
			.distinct()
			.map((sql) -> NamedType.of(sql, false, model.product()))
			.filter(Objects::nonNull)
			.map((type) -> ordered.contains(type.name()) ? NamedType.of(type.sql(), true, model.product()) : type)
			.toList();
	}

	/**
	 * The types of enums that compare as their constants do. Hibernate sorts the values
	 * of the others by name, which means nothing.
	 */
	private static Set<ObjectName> ordered(BootModel model) {
		Metadata metadata = model.entities().metadata();
		return model.tables()
			.flatMap((table) -> table.getColumns().stream())
			.filter((column) -> column.getSqlTypeCode(metadata) == SqlTypes.NAMED_ORDINAL_ENUM)
			.map((column) -> NamedType.name(column.getSqlType(metadata), model.product()))
			.collect(Collectors.toSet());
	}

}
