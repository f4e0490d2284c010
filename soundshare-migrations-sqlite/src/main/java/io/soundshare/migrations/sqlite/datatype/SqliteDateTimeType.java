package io.soundshare.migrations.sqlite.datatype;

import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.datatype.DataTypeInfo;
import liquibase.datatype.DatabaseDataType;
import liquibase.datatype.LiquibaseDataType;
import liquibase.datatype.core.DateTimeType;

/**
 * {@code datetime}, by all its names, is TIMESTAMP on SQLite, and not the TEXT Liquibase
 * makes of it. A time the driver writes as a number ({@code date_class} INTEGER, its
 * default, or REAL) would become text in a TEXT column, which the driver does not read
 * back; and Hibernate, when it validates a schema, asks for the name {@code timestamp}.
 * Elsewhere it is Liquibase's own.
 */
@DataTypeInfo(name = "datetime",
		aliases = { "java.sql.Types.DATETIME", "java.util.Date", "smalldatetime", "datetime2" }, minParameters = 0,
		maxParameters = 1, priority = LiquibaseDataType.PRIORITY_DATABASE)
public final class SqliteDateTimeType extends DateTimeType {

	@Override
	public boolean supports(Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public DatabaseDataType toDatabaseDataType(Database database) {
		return (database instanceof SQLiteDatabase) ? timestamp(this) : super.toDatabaseDataType(database);
	}

	static DatabaseDataType timestamp(LiquibaseDataType type) {
		return new DatabaseDataType(SQL_DATETYPE_TIMESTAMP, type.getParameters());
	}

}
