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

	/**
	 * Have a visitor answer for the kind this is of.
	 * @param <R> the type of the answers
	 * @param visitor answers for every kind
	 * @return its answer
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Answers of one sort, one for each kind of part.
	 *
	 * @param <R> the type of the answers
	 */
	interface Visitor<R> {

		R visit(PrimaryKey key);

		R visit(UniqueConstraint unique);

		R visit(ForeignKey key);

		R visit(CheckConstraint check);

		R visit(Index index);

	}

}
