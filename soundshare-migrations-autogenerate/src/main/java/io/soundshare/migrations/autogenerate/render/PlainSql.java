package io.soundshare.migrations.autogenerate.render;

import java.util.regex.Pattern;

import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Product;
import liquibase.change.Change;
import liquibase.change.core.RawSQLChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.structure.core.Column;

/**
 * SQL for what Liquibase has no change for.
 */
final class PlainSql {

	/** The end of a statement to Liquibase. */
	private static final Pattern SEPARATOR = Pattern.compile("(?im);|^\\s*(?:go|/)\\s*$");

	private final Database database;

	PlainSql(Database database) {
		this.database = database;
	}

	Product product() {
		return (this.database instanceof SQLiteDatabase) ? Product.SQLITE : Product.POSTGRESQL;
	}

	/** A name, in quotes where it needs them. */
	String name(String name) {
		return this.database.escapeObjectName(name, Column.class);
	}

	String table(ObjectName table) {
		return (table.schema() != null) ? name(table.schema()) + "." + name(table.name()) : name(table.name());
	}

	/** A collation: PostgreSQL's names are capital letters and lower-case ones. */
	String collation(String name) {
		return (product() == Product.SQLITE || name.startsWith("\"")) ? name : '"' + name + '"';
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
