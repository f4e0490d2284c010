package io.soundshare.migrations.sqlite.change;

import io.soundshare.migrations.sqlite.value.ColumnValues;
import io.soundshare.migrations.sqlite.value.Moment;
import io.soundshare.migrations.sqlite.value.TypedValue;
import io.soundshare.migrations.sqlite.value.ValueKind;
import liquibase.change.ColumnConfig;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * The value a changelog gives a column, by the type it tells where the table tells none.
 */
final class ColumnConfigValue {

	private ColumnConfigValue() {
	}

	/**
	 * The value to put into a statement.
	 * @param column the column with its value
	 * @param columns the columns of the table there is
	 * @param database the database
	 * @return the value
	 */
	static @Nullable Object of(ColumnConfig column, ColumnValues columns, Database database) {
		Object value = of(column);
		ValueKind own = ValueKind.of(column.getType(), database);
		ValueKind kind = columns.kind(column.getName()).orElse(ValueKind.OTHER);
		boolean declared = kind == ValueKind.OTHER || (kind == ValueKind.TEXT && Moment.isMoment(own));
		return (declared && own != ValueKind.OTHER) ? TypedValue.of(value, own).value() : value;
	}

	/** Liquibase forgets the offset of a moment with a fraction. */
	static @Nullable Object of(ColumnConfig column) {
		Object value = column.getValueObject();
		return (value != null && value == column.getValueDate())
				? Moment.instant(column.getRawDateValue()).<Object>map((instant) -> instant).orElse(value) : value;
	}

}
