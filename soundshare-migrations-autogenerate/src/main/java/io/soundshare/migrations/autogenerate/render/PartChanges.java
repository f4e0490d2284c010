package io.soundshare.migrations.autogenerate.render;

import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.Named;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import liquibase.change.Change;

/**
 * Changes of keys, checks and indexes.
 */
final class PartChanges {

	private final PlainSql sql;

	PartChanges(PlainSql sql) {
		this.sql = sql;
	}

	/** Add to a table that may have rows. */
	Change addBesideRows(ObjectName table, Named part) {
		if (part instanceof CheckConstraint check) {
			return new PartAddition(this.sql, table).check(check,
					this.sql.product().conditionBesideRows(check.expression().declared()));
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
