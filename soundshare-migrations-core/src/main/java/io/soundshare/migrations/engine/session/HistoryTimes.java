package io.soundshare.migrations.engine.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

import io.soundshare.migrations.engine.connection.TableAccess;
import liquibase.changelog.StandardChangeLogHistoryService;
import liquibase.database.Database;
import liquibase.database.core.MySQLDatabase;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * Tells at which instant a change set was executed. Liquibase reads DATEEXECUTED as the
 * JVM's local time. On SQLite it is UTC, on MySQL and MariaDB the time zone of the
 * session, which only the server knows.
 */
public final class HistoryTimes {

	private final Database database;

	private final Map<Long, Instant> ofServer = new HashMap<>();

	public HistoryTimes(Database database, boolean empty) throws DatabaseException {
		this.database = database;
		if (database instanceof MySQLDatabase && !empty) {
			new TableAccess(database, database.getDatabaseChangeLogTableName())
				.query("SELECT DISTINCT DATEEXECUTED, UNIX_TIMESTAMP(DATEEXECUTED) FROM %s", this::remember);
		}
	}

	public @Nullable Instant of(@Nullable Date executed) {
		if (executed == null) {
			return null;
		}
		Instant instant = Instant.ofEpochMilli(executed.getTime());
		if (this.database instanceof SQLiteDatabase) {
			return LocalDateTime.ofInstant(instant, ZoneId.systemDefault()).toInstant(ZoneOffset.UTC);
		}
		return this.ofServer.getOrDefault(executed.getTime(), instant);
	}

	private Instant remember(ResultSet row) throws SQLException {
		Instant instant = Instant.ofEpochMilli(row.getBigDecimal(2).movePointRight(3).longValue());
		Date executed = StandardChangeLogHistoryService.convertDate(row.getObject(1));
		this.ofServer.put(executed.getTime(), instant);
		return instant;
	}

}
