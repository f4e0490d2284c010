package io.soundshare.migrations.autogenerate.model;

import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param name the name
 * @param type the type, without NOT NULL and the like
 * @param nullable whether it takes NULL
 * @param defaultValue the SQL of its default; {@code null} if it has none
 * @param generatedAs the SQL it is computed by; {@code null} if it is an ordinary column
 * @param identity whether the database numbers its rows; SQLite does so for every integer
 * key, told or not
 * @param autoIncrement whether it is told to
 * @param comment what is said about it; {@code null} if nothing is
 * @param collation the collation, if it is not the usual one
 */
public record Column(String name, DeclaredSql type, boolean nullable, @Nullable DeclaredSql defaultValue,
		@Nullable DeclaredSql generatedAs, boolean identity, boolean autoIncrement, @Nullable DeclaredSql comment,
		@Nullable DeclaredSql collation) {

	/**
	 * The same column with another name.
	 * @param newName the name
	 * @return the column
	 */
	public Column named(String newName) {
		return new Column(newName, this.type, this.nullable, this.defaultValue, this.generatedAs, this.identity,
				this.autoIncrement, this.comment, this.collation);
	}

	/**
	 * Whether rows that are there when it comes have to be given a value.
	 * @return {@code true} if it takes no NULL and nothing else gives them one
	 */
	public boolean needsValue() {
		return !this.nullable && this.defaultValue == null && this.generatedAs == null && !this.identity;
	}

	/**
	 * The same column, taking NULL.
	 * @return the column
	 */
	public Column asNullable() {
		return new Column(this.name, this.type, true, this.defaultValue, this.generatedAs, this.identity,
				this.autoIncrement, this.comment, this.collation);
	}

	/**
	 * The same column, with its numbers from where another one has them.
	 * @param other the other one
	 * @return the column
	 */
	public Column numberedAs(Column other) {
		return new Column(this.name, this.type, this.nullable, this.defaultValue, this.generatedAs, other.identity,
				other.autoIncrement, this.comment, this.collation);
	}

}
