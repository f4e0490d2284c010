package io.soundshare.migrations.autogenerate.diff;

import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * What the rows there are get in a column that is to take no NULL.
 */
@FunctionalInterface
public interface Fills {

	/** Nothing is known. */
	Fills NONE = (table, column) -> null;

	/**
	 * Look up a value.
	 * @param table the table
	 * @param column the column
	 * @return the SQL of the value, {@code null} if nothing is known
	 */
	@Nullable String of(ObjectName table, Column column);

}
