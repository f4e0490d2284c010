package io.soundshare.migrations.autogenerate.comparison;

import java.util.List;

import io.soundshare.migrations.autogenerate.entity.Attributes;
import io.soundshare.migrations.autogenerate.model.NamedType;
import io.soundshare.migrations.autogenerate.model.Schema;

/**
 * The schema the entities declare.
 *
 * @param schema the schema, spelled in the database's words too
 * @param types the named types the columns need
 * @param problems what cannot be had, a sentence each
 * @param attributes what the columns are in the entities
 */
public record DeclaredSchema(Schema schema, List<NamedType> types, List<String> problems, Attributes attributes) {

	public DeclaredSchema {
		types = List.copyOf(types);
		problems = List.copyOf(problems);
	}

}
