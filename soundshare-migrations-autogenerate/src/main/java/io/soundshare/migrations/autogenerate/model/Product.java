package io.soundshare.migrations.autogenerate.model;

import java.util.Locale;

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
	 * Whether two types are the same to the database, by whatever names.
	 * @param one the text of a type
	 * @param other the text of another
	 * @return {@code false} if a column would have to change
	 */
	public boolean sameType(String one, String other) {
		return (this == SQLITE) ? SqliteTypes.same(one, other) : PostgresTypes.same(one, other);
	}

	/**
	 * A name as the database keeps it.
	 * @param name the name as it is written
	 * @param quoted whether in quotes
	 * @return the name, which PostgreSQL folds to lower case unless it is quoted, and
	 * cuts after 63 bytes in either case
	 */
	public String keeps(String name, boolean quoted) {
		return (this == SQLITE) ? name : PostgresNames.kept(name, quoted);
	}

	@Override
	public String toString() {
		return this.databaseProductName;
	}

}
