package io.soundshare.migrations.autogenerate.model;

import java.util.Locale;

import io.soundshare.migrations.AutogenerateException;

/**
 * The databases whose schemas can be compared, each with what is the same to it.
 */
public enum Product {

	/** SQLite, which ignores the case of names and knows affinities rather than types. */
	SQLITE("SQLite"),

	/** PostgreSQL. */
	POSTGRESQL("PostgreSQL");

	private final String databaseProductName;

	Product(String databaseProductName) {
		this.databaseProductName = databaseProductName;
	}

	/**
	 * The product a driver names.
	 * @param databaseProductName what
	 * {@link java.sql.DatabaseMetaData#getDatabaseProductName()} says
	 * @return the product
	 * @throws AutogenerateException if it is another one
	 */
	public static Product of(String databaseProductName) {
		for (Product product : values()) {
			if (product.databaseProductName.equalsIgnoreCase(databaseProductName)) {
				return product;
			}
		}
		throw new AutogenerateException("Schemas of " + databaseProductName + " cannot be compared with entities",
				"Supported are " + SQLITE + " and " + POSTGRESQL
						+ ". Write the revision by hand: create with the option empty gives a template.",
				null);
	}

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

	@Override
	public String toString() {
		return this.databaseProductName;
	}

}
