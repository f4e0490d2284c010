package io.soundshare.migrations.autogenerate.comparison;

import java.sql.Connection;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.entity.Attributes;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Table;

/**
 * Check of the defaults of columns, for what a database takes and should not.
 */
final class DefaultCheck {

	private final SupportedProduct product;

	private final Attributes attributes;

	DefaultCheck(SupportedProduct product, Attributes attributes) {
		this.product = product;
		this.attributes = attributes;
	}

	/** Refuse the first that is of another kind than its column. */
	Schema require(Connection connection, Schema schema) {
		for (Table table : schema.tables()) {
			for (Column column : table.columns()) {
				String objection = (column.defaultValue() != null) ? this.product.objection(connection, column) : null;
				if (objection != null) {
					throw new AutogenerateException("The attribute " + this.attributes.name(table.name(), column.name())
							+ " wants a default that its column cannot take, " + table.name() + "." + column.name()
							+ " " + column.type() + " default " + column.defaultValue() + ": " + objection + ".",
							"Correct its default, which is SQL: a number has no quotes.", null);
				}
			}
		}
		return schema;
	}

}
