package io.soundshare.migrations.sqlite.ddl;

import java.util.Locale;

/**
 * The place of a new column.
 */
public sealed interface Position {

	/**
	 * After all columns.
	 * @return the position
	 */
	static Position last() {
		return new At(Integer.MAX_VALUE);
	}

	/**
	 * Before all columns.
	 * @return the position
	 */
	static Position first() {
		return new At(1);
	}

	/**
	 * Before a column.
	 * @param column the column that follows
	 * @return the position
	 */
	static Position before(String column) {
		return new Beside(column, 0);
	}

	/**
	 * After a column.
	 * @param column the column that precedes
	 * @return the position
	 */
	static Position after(String column) {
		return new Beside(column, 1);
	}

	/**
	 * At a number; a number greater than there are columns means after all.
	 * @param number 1 for the first column
	 * @return the position
	 */
	static Position at(int number) {
		return new At(number);
	}

	/**
	 * A position by number.
	 *
	 * @param number 1 for the first column
	 */
	record At(int number) implements Position {

		public At {
			if (number < 1) {
				throw new IllegalArgumentException(
						String.format(Locale.ROOT, "Columns are counted from 1, there is no position %d", number));
			}
		}
	}

	/**
	 * A position next to a column.
	 *
	 * @param column the column
	 * @param distance 0 for before it, 1 for after it
	 */
	record Beside(String column, int distance) implements Position {
	}

}
