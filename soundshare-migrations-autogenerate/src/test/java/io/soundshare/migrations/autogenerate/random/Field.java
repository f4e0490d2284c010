package io.soundshare.migrations.autogenerate.random;

import java.util.List;

import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/**
 * Something an entity has.
 */
sealed interface Field {

	/**
	 * Return what it is called in Java and, if it is a column, in the database.
	 * @return the name
	 */
	Name name();

	/**
	 * A column.
	 *
	 * @param name its name
	 * @param kind what it holds
	 * @param length how long it may be; 0 for the usual
	 * @param precision how many digits, also of a second; -1 for the usual
	 * @param scale how many of them after the point
	 * @param nullable whether it takes NULL
	 * @param defaultValue the SQL of its default
	 * @param unique whether its values differ
	 * @param check what holds for its values
	 * @param constants the constants, if it is an enum
	 */
	record Basic(Name name, Kind kind, int length, int precision, int scale, boolean nullable,
			@Nullable String defaultValue, boolean unique, @Nullable Check check,
			List<String> constants) implements Field {

		Basic named(Name name) {
			return new Basic(name, this.kind, this.length, this.precision, this.scale, this.nullable, this.defaultValue,
					this.unique, this.check, this.constants);
		}

		Basic sized(int length, int precision, int scale) {
			return new Basic(this.name, this.kind, length, precision, scale, this.nullable, this.defaultValue,
					this.unique, this.check, this.constants);
		}

		Basic nullable(boolean nullable) {
			return new Basic(this.name, this.kind, this.length, this.precision, this.scale, nullable, this.defaultValue,
					this.unique, this.check, this.constants);
		}

		Basic defaultingTo(@Nullable String value) {
			return new Basic(this.name, this.kind, this.length, this.precision, this.scale, this.nullable, value,
					this.unique, this.check, this.constants);
		}

		Basic unique(boolean unique) {
			return new Basic(this.name, this.kind, this.length, this.precision, this.scale, this.nullable,
					this.defaultValue, unique, this.check, this.constants);
		}

		Basic checked(@Nullable Check check) {
			return new Basic(this.name, this.kind, this.length, this.precision, this.scale, this.nullable,
					this.defaultValue, this.unique, check, this.constants);
		}

		Basic of(List<String> constants) {
			return new Basic(this.name, this.kind, this.length, this.precision, this.scale, this.nullable,
					this.defaultValue, this.unique, this.check, constants);
		}

	}

	/**
	 * A column that refers to another entity.
	 *
	 * @param name its name
	 * @param target the class of the other
	 * @param nullable whether it takes NULL
	 * @param unique whether only one row refers to the other
	 * @param onDelete what a delete of the other does
	 * @param key the name of the foreign key
	 */
	record Reference(Name name, String target, boolean nullable, boolean unique, @Nullable OnDeleteAction onDelete,
			@Nullable String key) implements Field {

		Reference named(Name name) {
			return new Reference(name, this.target, this.nullable, this.unique, this.onDelete, this.key);
		}

		Reference nullable(boolean nullable) {
			return new Reference(this.name, this.target, nullable, this.unique, this.onDelete, this.key);
		}

		Reference onDelete(@Nullable OnDeleteAction action) {
			return new Reference(this.name, this.target, this.nullable, this.unique, action, this.key);
		}

		Reference key(@Nullable String key) {
			return new Reference(this.name, this.target, this.nullable, this.unique, this.onDelete, key);
		}

	}

	/**
	 * Columns that are kept in a class of their own.
	 *
	 * @param name its name in Java
	 * @param columns the columns
	 */
	record Embedded(Name name, List<Basic> columns) implements Field {

	}

	/**
	 * A table of values or of references.
	 *
	 * @param name its name in Java
	 * @param table the table
	 * @param shape what kind of collection it is
	 * @param element what it consists of, if of values
	 * @param target the class of what it consists of, if of entities
	 */
	record Many(Name name, Name table, Shape shape, @Nullable Basic element, @Nullable String target) implements Field {

		Many in(Name table) {
			return new Many(this.name, table, this.shape, this.element, this.target);
		}

	}

	/**
	 * Kind of collection it is.
	 */
	enum Shape {

		BAG, LIST, SET, MAP

	}

}
