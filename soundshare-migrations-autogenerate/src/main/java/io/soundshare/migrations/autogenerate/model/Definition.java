package io.soundshare.migrations.autogenerate.model;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An object of a database by the statement that makes it, for what the model of tables
 * has no words for.
 *
 * @param kind what it is
 * @param name its name; a function's has its parameters
 * @param table the table or view it is a part of; {@code null} if it stands alone
 * @param create the statement that makes it, without a semicolon at the end
 * @param drop the statement that drops it
 * @param canonical what two of them have in common if they are the same to the database;
 * of what the model knows, only that which the model leaves out
 * @param section when it has to be made
 * @param uses what it does not work without
 */
public record Definition(Kind kind, ObjectName name, @Nullable ObjectName table, String create, String drop,
		String canonical, Section section, Set<ObjectName> uses) {

	public Definition {
		uses = Set.copyOf(uses);
	}

	/**
	 * Whether another one is the same object, whatever it is like.
	 * @param other another one
	 * @param product tells which names are the same
	 * @return whether both go by the same name
	 */
	public boolean isNamedLike(Definition other, Product product) {
		return this.kind == other.kind && product.key(this.name).equals(product.key(other.name))
				&& key(this.table, product).equals(key(other.table, product));
	}

	private static Object key(@Nullable ObjectName name, Product product) {
		return (name != null) ? product.key(name) : "";
	}

	@Override
	public String toString() {
		if (this.kind == Kind.TABLE_COMMENT || this.kind == Kind.COMMENT) {
			return "comment on " + this.name;
		}
		return this.kind + " " + this.name + ((this.table != null) ? " on " + this.table : "");
	}

	/**
	 * Kind of object that a definition makes.
	 */
	public enum Kind {

		/** An extension of PostgreSQL. */
		EXTENSION,

		/** A type: an enum, a domain, a composite one. */
		TYPE,

		/** A sequence. */
		SEQUENCE,

		/** A table; on PostgreSQL its columns, on SQLite all it has but its indexes. */
		TABLE,

		/** A virtual table of SQLite. */
		VIRTUAL_TABLE,

		/** A function or a procedure. */
		FUNCTION,

		/** A constraint of a table of PostgreSQL. */
		CONSTRAINT,

		/** A foreign key of a table of PostgreSQL. */
		FOREIGN_KEY,

		/** An index that serves no constraint. */
		INDEX,

		/** A view. */
		VIEW,

		/** A view that keeps its rows. */
		MATERIALIZED_VIEW,

		/** Statistics over several columns. */
		STATISTICS,

		/** The column a sequence goes with. */
		OWNER,

		/** A trigger. */
		TRIGGER,

		/** The comment on a table or a column of one. */
		TABLE_COMMENT,

		/** The comment on another object. */
		COMMENT;

		/**
		 * Whether the model may know one of these.
		 * @return {@code true} if it is a table, or a part of one
		 */
		public boolean isModelled() {
			return this == TABLE || this == SEQUENCE || this == CONSTRAINT || this == FOREIGN_KEY || this == INDEX
					|| this == TABLE_COMMENT;
		}

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT).replace('_', ' ');
		}

	}

	/**
	 * Sections in which objects are made, one after the other.
	 */
	public enum Section {

		/** Before the tables, which may need it. */
		BEFORE_TABLES,

		/** As soon as there are tables; foreign keys may need it. */
		AFTER_TABLES,

		/** The end, after everything that is part of a table. */
		LAST

	}

}
