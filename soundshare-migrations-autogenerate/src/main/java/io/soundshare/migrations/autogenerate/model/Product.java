package io.soundshare.migrations.autogenerate.model;

import java.util.Locale;

/**
 * The databases whose schemas can be compared, each with what is the same to it.
 */
public enum Product {

	/** SQLite, which ignores the case of names and knows affinities rather than types. */
	SQLITE,

	/** PostgreSQL. */
	POSTGRESQL;

	/**
	 * The form in which names are equal.
	 * @param name a name as the database keeps it
	 * @return what to look up
	 */
	public String key(String name) {
		return (this == SQLITE) ? name.toLowerCase(Locale.ROOT) : name;
	}

	/**
	 * The form in which names of tables and sequences are equal.
	 * @param name a name as the database keeps it
	 * @return what to look up
	 */
	public ObjectName key(ObjectName name) {
		return new ObjectName(name.schema(), key(name.name()));
	}

	/**
	 * Whether two types mean the same.
	 * @param a a type as the database tells it
	 * @param b another one
	 * @return whether there is nothing to change
	 */
	public boolean sameType(String a, String b) {
		return a.equalsIgnoreCase(b);
	}

}
