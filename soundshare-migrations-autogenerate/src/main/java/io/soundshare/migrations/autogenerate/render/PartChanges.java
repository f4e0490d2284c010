package io.soundshare.migrations.autogenerate.render;

import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.Named;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Product;
import liquibase.change.Change;

/**
 * Changes of keys, checks and indexes.
 */
final class PartChanges {

	private final PlainSql sql;

	PartChanges(PlainSql sql) {
		this.sql = sql;
	}

	/**
	 * Add to a table that may have rows. SQLite's ALTER TABLE refuses rows for which the
	 * condition is NULL, though a check takes them (alter.c: IS NOT TRUE).
	 */
	Change addBesideRows(ObjectName table, Named part) {
		if (part instanceof CheckConstraint check && this.sql.product() == Product.SQLITE) {
			return new PartAddition(this.sql, table).check(check,
					"(" + check.expression().declared() + ") IS NOT FALSE");
		}
		return add(table, part);
	}

	Change add(ObjectName table, Named part) {
		return part.accept(new PartAddition(this.sql, table));
	}

	Change drop(ObjectName table, Named part) {
		return part.accept(new PartRemoval(this.sql, table));
	}

}
