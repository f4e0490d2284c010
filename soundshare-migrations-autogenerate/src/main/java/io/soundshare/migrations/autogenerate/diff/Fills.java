package io.soundshare.migrations.autogenerate.diff;

import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.Table;
import org.jspecify.annotations.Nullable;

/**
 * Source of the values that the rows there are get in columns that come or change.
 */
public interface Fills {

	/** No value at all. */
	Fills NONE = new Fills() {

		@Override
		public @Nullable Fill added(Table table, Column column) {
			return null;
		}

		@Override
		public @Nullable Fill altered(Table table, Column current, Column column) {
			return null;
		}

		@Override
		public @Nullable Fill unfit(Table table, Column column) {
			return null;
		}

		@Override
		public @Nullable Fill restored(Table table, Column column) {
			return null;
		}

	};

	/**
	 * Look up the value for a column that comes. One that takes NULL or has a default
	 * needs none, but may be given one.
	 * @param table the table as it is to be
	 * @param column the column
	 * @return the value, {@code null} if nothing is known
	 */
	@Nullable Fill added(Table table, Column column);

	/**
	 * Look up the value for a column that changes: in the place of NULL, or of all values
	 * if it took none.
	 * @param table the table as it is to be
	 * @param current the column as it is
	 * @param column the column as it is to be
	 * @return the value, {@code null} if nothing is known
	 */
	@Nullable Fill altered(Table table, Column current, Column column);

	/**
	 * Look up the value for a column that is there, whose values are to be others: those
	 * of a check that comes, or of an enum that loses some.
	 * @param table the table as it is to be
	 * @param column the column
	 * @return what rows get that have another value, {@code null} if nothing is known
	 */
	@Nullable Fill unfit(Table table, Column column);

	/**
	 * Look up the value for a column that goes, if it has to come back.
	 * @param table the table as it is
	 * @param column a column that takes no NULL and has no default
	 * @return the value, {@code null} if nothing is known
	 */
	@Nullable Fill restored(Table table, Column column);

}
