package io.soundshare.migrations.autogenerate.model;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A piece of SQL: a type, a default, an expression, a comment. Two pieces are the same if
 * their canonical forms are.
 *
 * @param declared the piece as it is put into a changelog
 * @param canonical the form the database at hand gives it; before it was there, as
 * declared
 */
public record DeclaredSql(String declared, String canonical) {

	/**
	 * A piece that was not in a database yet.
	 * @param declared the piece as it is put into a changelog
	 * @return the piece
	 */
	public static DeclaredSql of(String declared) {
		return new DeclaredSql(declared, declared);
	}

	/**
	 * Whether two pieces are the same, or neither is there.
	 * @param one a piece
	 * @param other another one
	 * @return whether their canonical forms are equal
	 */
	public static boolean same(@Nullable DeclaredSql one, @Nullable DeclaredSql other) {
		return Objects.equals((one != null) ? one.canonical : null, (other != null) ? other.canonical : null);
	}

	/**
	 * The same piece once a database has it.
	 * @param canonical the form the database gives it
	 * @return the piece
	 */
	public DeclaredSql withCanonical(String canonical) {
		return new DeclaredSql(this.declared, canonical);
	}

	@Override
	public String toString() {
		return this.declared;
	}

}
