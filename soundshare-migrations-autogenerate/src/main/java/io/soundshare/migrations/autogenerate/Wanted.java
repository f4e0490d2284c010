package io.soundshare.migrations.autogenerate;

import java.util.List;

import io.soundshare.migrations.autogenerate.entity.Attributes;
import io.soundshare.migrations.autogenerate.model.Schema;

/**
 * What the entities want.
 *
 * @param schema the schema, spelled in the database's words too
 * @param preliminaries the statements that make what the tables need, such as types
 * @param problems what cannot be had, a sentence each
 * @param attributes what the columns are in the entities
 */
record Wanted(Schema schema, List<String> preliminaries, List<String> problems, Attributes attributes) {

	Wanted {
		preliminaries = List.copyOf(preliminaries);
		problems = List.copyOf(problems);
	}

}
