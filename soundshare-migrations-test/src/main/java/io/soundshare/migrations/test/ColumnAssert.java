package io.soundshare.migrations.test;

import io.soundshare.migrations.test.data.Tables.Column;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about a column. It is {@code NOT NULL} that {@link #isNotNull()} is about
 * here.
 */
public final class ColumnAssert extends AbstractAssert<ColumnAssert, Column> {

	private final String table;

	ColumnAssert(String table, Column column) {
		super(column, ColumnAssert.class);
		this.table = table;
	}

	/**
	 * Verify that it has to have a value.
	 * @return these assertions
	 */
	@Override
	public ColumnAssert isNotNull() {
		if (this.actual.nullable()) {
			throw failure("Expected %s to be NOT NULL, and it may be empty", name());
		}
		return this;
	}

	/**
	 * Verify that it may be empty.
	 * @return these assertions
	 */
	public ColumnAssert isNullable() {
		if (!this.actual.nullable()) {
			throw failure("Expected %s to be nullable, and it is NOT NULL", name());
		}
		return this;
	}

	/**
	 * Verify its type.
	 * @param type the type without a length, as the database calls it
	 * @return these assertions
	 */
	public ColumnAssert hasType(String type) {
		if (!this.actual.type().equalsIgnoreCase(type)) {
			throw failure("Expected %s to be of type %s, and it is of %s", name(), type, this.actual.type());
		}
		return this;
	}

	/**
	 * Verify its length, or its precision.
	 * @param length the number of characters or digits
	 * @return these assertions
	 */
	public ColumnAssert hasLength(int length) {
		if (this.actual.length() != length) {
			throw failure("Expected %s to have length %s, and it has %s", name(), length, this.actual.length());
		}
		return this;
	}

	private String name() {
		return this.table + "." + this.actual.name();
	}

}
