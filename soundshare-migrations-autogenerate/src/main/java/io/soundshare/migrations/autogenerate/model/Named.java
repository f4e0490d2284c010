package io.soundshare.migrations.autogenerate.model;

/**
 * A part of a table that has a name: a key, a check, an index. A name nobody chose is
 * made up, and no reason to tell two parts apart.
 */
public sealed interface Named permits PrimaryKey, UniqueConstraint, ForeignKey, CheckConstraint, Index {

	/**
	 * Return the name.
	 * @return the name, chosen or made up
	 */
	String name();

	/**
	 * Return whether somebody chose the name.
	 * @return {@code false} if it is made up
	 */
	boolean explicit();

}
