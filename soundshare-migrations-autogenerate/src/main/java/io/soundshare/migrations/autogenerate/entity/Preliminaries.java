package io.soundshare.migrations.autogenerate.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.mapping.UserDefinedType;

/**
 * What Hibernate's SchemaCreatorImpl creates before the tables, as they need it: the
 * types of named enums and structures.
 */
final class Preliminaries {

	private Preliminaries() {
	}

	static List<String> of(BootModel model) {
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
		return statements.stream().filter((sql) -> !sql.isBlank()).distinct().toList();
	}

}
