package io.soundshare.migrations.autogenerate.model;

import java.util.List;

/**
 * A foreign key.
 *
 * @param name its name
 * @param explicit whether somebody chose the name
 * @param columns its columns
 * @param referencedTable the table it refers to
 * @param referencedColumns the columns it refers to, in the order of its columns
 * @param onDelete what a delete of the referenced row does
 * @param onUpdate what an update of the referenced columns does
 * @param deferrable whether it can be checked at the end of a transaction
 * @param initiallyDeferred whether it is, unless the transaction says otherwise
 */
public record ForeignKey(String name, boolean explicit, List<String> columns, ObjectName referencedTable,
		List<String> referencedColumns, Action onDelete, Action onUpdate, boolean deferrable,
		boolean initiallyDeferred) implements Named {

	public ForeignKey {
		columns = List.copyOf(columns);
		referencedColumns = List.copyOf(referencedColumns);
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visit(this);
	}

	/**
	 * Action on the rows that refer.
	 */
	public enum Action {

		/** Nothing: the statement fails. RESTRICT is told from it. */
		NO_ACTION,

		/** The statement fails at once. */
		RESTRICT,

		/** They are deleted or updated too. */
		CASCADE,

		/** They refer to nothing. */
		SET_NULL,

		/** They refer to what their default says. */
		SET_DEFAULT;

		/**
		 * Return the SQL of the action.
		 * @return what follows ON DELETE
		 */
		public String sql() {
			return name().replace('_', ' ');
		}

	}

}
