package io.soundshare.migrations.sqlite.datatype;

import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.datatype.DataTypeInfo;
import liquibase.datatype.DatabaseDataType;
import liquibase.datatype.LiquibaseDataType;
import liquibase.datatype.core.TimestampType;

/**
 * {@code timestamp}, with or without a time zone, which SQLite does not know, is
 * TIMESTAMP there: see {@link SqliteDateTimeType}. Elsewhere it is Liquibase's own.
 */
@DataTypeInfo(
		name = "timestamp", aliases = { "java.sql.Types.TIMESTAMP", "java.sql.Types.TIMESTAMP_WITH_TIMEZONE",
				"java.sql.Timestamp", "timestamptz" },
		minParameters = 0, maxParameters = 1, priority = LiquibaseDataType.PRIORITY_DATABASE)
public final class SqliteTimestampType extends TimestampType {

	@Override
	public boolean supports(Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public DatabaseDataType toDatabaseDataType(Database database) {
		return (database instanceof SQLiteDatabase) ? SqliteDateTimeType.timestamp(this)
				: super.toDatabaseDataType(database);
	}

}
