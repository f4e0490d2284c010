package io.soundshare.migrations.autogenerate.model;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table or sequence, as the database keeps it.
 *
 * @param schema the schema, {@code null} for the default one
 * @param name the name in it
 */
public record ObjectName(@Nullable String schema, String name) {

	/**
	 * A name in the default schema.
	 * @param name the name
	 * @return the name
	 */
	public static ObjectName of(String name) {
		return new ObjectName(null, name);
	}

	@Override
	public String toString() {
		return (this.schema != null) ? this.schema + "." + this.name : this.name;
	}

}
