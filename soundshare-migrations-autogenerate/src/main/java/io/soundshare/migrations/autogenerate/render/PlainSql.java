package io.soundshare.migrations.autogenerate.render;

import java.util.regex.Pattern;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import liquibase.change.Change;
import liquibase.change.core.RawSQLChange;
import liquibase.database.Database;
import liquibase.structure.core.Column;

/**
 * SQL for what Liquibase has no change for.
 */
final class PlainSql {

	/** The end of a statement to Liquibase. */
	private static final Pattern SEPARATOR = Pattern.compile("(?im);|^\\s*(?:go|/)\\s*$");

	private final SupportedProduct product;

	private final Database database;

	PlainSql(SupportedProduct product) {
		this.product = product;
		this.database = product.liquibase();
	}

	SupportedProduct product() {
		return this.product;
	}

	/** A name, in quotes where it needs them. */
	String name(String name) {
		return this.database.escapeObjectName(name, Column.class);
	}

	String table(ObjectName table) {
		return (table.schema() != null) ? name(table.schema()) + "." + name(table.name()) : name(table.name());
	}

	/** A statement that every database understands. */
	Change statement(String sql) {
		return new RawSQLChange(sql);
	}

	/** A statement only the database at hand understands. */
	Change ownStatement(String sql) {
		RawSQLChange change = new RawSQLChange(sql);
		change.setDbms(this.database.getShortName());
		return change;
	}

	/** A statement of the database at hand that Liquibase would take to pieces. */
	Change wholeStatement(String sql) {
		RawSQLChange change = (RawSQLChange) ownStatement(sql);
		if (SEPARATOR.matcher(sql).find()) {
			change.setSplitStatements(false);
		}
		return change;
	}

}
