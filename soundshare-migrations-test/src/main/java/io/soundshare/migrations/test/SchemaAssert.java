package io.soundshare.migrations.test;

import io.soundshare.migrations.test.data.Tables.Table;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about a schema, as in
 * {@code assertThat(schema).hasTable("songs").column("title").isNotNull()}. Names are
 * those of the database, in any case.
 */
public final class SchemaAssert extends AbstractAssert<SchemaAssert, MigratedSchema> {

	private SchemaAssert(MigratedSchema schema) {
		super(schema, SchemaAssert.class);
	}

	/**
	 * Look at a schema.
	 * @param schema the schema
	 * @return its assertions
	 */
	public static SchemaAssert assertThat(MigratedSchema schema) {
		return new SchemaAssert(schema);
	}

	/**
	 * Verify that there is a table.
	 * @param name its name
	 * @return assertions about the table
	 */
	public TableAssert hasTable(String name) {
		Table table = this.actual.tables().find(name);
		if (table == null) {
			throw failure("Expected a table %s, and there is %s", name, this.actual.tables().byName().keySet());
		}
		return new TableAssert(table);
	}

	/**
	 * Verify that there is no such table.
	 * @param name its name
	 * @return these assertions
	 */
	public SchemaAssert hasNoTable(String name) {
		if (this.actual.tables().find(name) != null) {
			throw failure("Expected no table %s, and there is one", name);
		}
		return this;
	}

}
