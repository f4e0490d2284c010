package io.soundshare.migrations.autogenerate.model;

/**
 * A database product, as far as values tell: what is the same to it, and what can become
 * what.
 */
public interface Product {

	/**
	 * Return the name of the product.
	 * @return the name, as {@link java.sql.DatabaseMetaData#getDatabaseProductName()} has
	 * it
	 */
	String name();

	/**
	 * Return the form in which names are equal.
	 * @param name a name as the database keeps it
	 * @return the key to look it up by
	 */
	String key(String name);

	/**
	 * Return the form in which names of tables and sequences are equal.
	 * @param name a name as the database keeps it
	 * @return the key to look it up by
	 */
	default ObjectName key(ObjectName name) {
		return new ObjectName(name.schema(), key(name.name()));
	}

	/**
	 * Return a name as the database keeps it.
	 * @param name the name as it is written
	 * @param quoted whether in quotes
	 * @return the name, folded and cut as the product does
	 */
	String keeps(String name, boolean quoted);

	/**
	 * Compare two types, by whatever names they go.
	 * @param one the text of a type
	 * @param other the text of another
	 * @return {@code false} if a column would have to change
	 */
	boolean sameType(String one, String other);

	/**
	 * Tell whether a column of one type can become one of another and keep its values.
	 * @param from the text of the type it has
	 * @param to the text of the type it is to have
	 * @return {@code false} if it would have to be made anew
	 */
	boolean converts(String from, String to);

	/**
	 * Tell whether rows are numbered by their primary key itself, which is made anew
	 * where that begins or ends, and takes any other number too.
	 * @return {@code false} if being numbered is a property of a column
	 */
	boolean numbersRowsByKey();

	/**
	 * Tell whether a check that was given no name gets one.
	 * @return {@code false} if it stays without
	 */
	boolean namesChecks();

}
