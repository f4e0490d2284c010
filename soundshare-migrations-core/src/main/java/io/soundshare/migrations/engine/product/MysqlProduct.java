package io.soundshare.migrations.engine.product;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.soundshare.migrations.engine.connection.TableAccess;
import io.soundshare.migrations.engine.mutex.Mutex;
import io.soundshare.migrations.engine.mutex.NamedMutex;
import liquibase.changelog.StandardChangeLogHistoryService;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * MySQL and MariaDB. Their times are those of the session's time zone, which only the
 * server knows.
 */
final class MysqlProduct extends DatabaseProduct {

	/**
	 * Liquibase's dropAll leaves routines and events, and takes the lock's table along.
	 */
	private static final String OBJECTS = """
			SELECT CASE table_type WHEN 'VIEW' THEN 'VIEW' WHEN 'SEQUENCE' THEN 'SEQUENCE' ELSE 'TABLE' END AS KIND,
				concat('`', replace(table_schema, '`', '``'), '`.`', replace(table_name, '`', '``'), '`') AS NAME
			FROM information_schema.tables WHERE table_schema = %1$s AND lower(table_name) NOT IN (%2$s, %3$s)
			UNION ALL SELECT routine_type,
				concat('`', replace(routine_schema, '`', '``'), '`.`', replace(routine_name, '`', '``'), '`')
			FROM information_schema.routines WHERE routine_schema = %1$s
			UNION ALL SELECT 'EVENT',
				concat('`', replace(event_schema, '`', '``'), '`.`', replace(event_name, '`', '``'), '`')
			FROM information_schema.events WHERE event_schema = %1$s""";

	MysqlProduct(Database database) {
		super(database);
	}

	@Override
	public @Nullable Refusal refusal(SQLException failure) {
		return switch (failure.getErrorCode()) {
			case 1021 -> Refusal.DISK_FULL;
			case 1049 -> Refusal.NO_DATABASE;
			case 1836 -> Refusal.READ_ONLY;
			case 1290 -> isReadOnly(failure) ? Refusal.READ_ONLY : null;
			default -> super.refusal(failure);
		};
	}

	/**
	 * Whether the server was started with that option. One code is for all options that
	 * prevent a statement; which one it is, only the text tells (MariaDB 11.4, driver
	 * 3.5.10).
	 */
	private static boolean isReadOnly(SQLException failure) {
		return (failure.getMessage() + "").contains("--read-only");
	}

	@Override
	public @Nullable Mutex mutex(String id) throws DatabaseException {
		return isCluster() ? null : new NamedMutex(database());
	}

	/** Whether Galera lets others write on other servers: a named lock is of one. */
	private boolean isCluster() throws DatabaseException {
		return lockTable().query("SHOW VARIABLES LIKE 'wsrep_on'", (row) -> row.getString(2)).contains("ON");
	}

	/** A driver may be told to count only rows that change. */
	@Override
	public boolean isLockRow(String condition, String value) throws DatabaseException {
		return !lockTable()
			.query("SELECT ID FROM %s WHERE ID = 1 AND " + condition + " FOR UPDATE", (row) -> row.getInt(1), value)
			.isEmpty();
	}

	@Override
	public @Nullable Instant lockedSince(@Nullable Object granted) throws DatabaseException {
		return lockTable()
			.query("SELECT UNIX_TIMESTAMP(LOCKGRANTED) FROM %s WHERE LOCKGRANTED IS NOT NULL ORDER BY ID",
					(row) -> Instant.ofEpochSecond(row.getLong(1)))
			.stream()
			.findFirst()
			.orElse(null);
	}

	@Override
	public Function<Date, Instant> historyTimes() throws DatabaseException {
		Map<Long, Instant> ofServer = new HashMap<>();
		new TableAccess(database(), database().getDatabaseChangeLogTableName()).query(
				"SELECT DISTINCT DATEEXECUTED, UNIX_TIMESTAMP(DATEEXECUTED) FROM %s",
				(row) -> ofServer.put(local(row), instant(row)));
		return (executed) -> ofServer.getOrDefault(executed.getTime(), Instant.ofEpochMilli(executed.getTime()));
	}

	private static Long local(ResultSet row) throws SQLException {
		return StandardChangeLogHistoryService.convertDate(row.getObject(1)).getTime();
	}

	private static Instant instant(ResultSet row) throws SQLException {
		return Instant.ofEpochMilli(row.getBigDecimal(2).movePointRight(3).longValue());
	}

	/** In any order: what refers to a table keeps it from being dropped otherwise. */
	@Override
	void drop(DatabaseCleaner cleaner) throws LiquibaseException {
		List<String> objects = cleaner.objects(OBJECTS, database().getDefaultCatalogName());
		int checked = cleaner.number("SELECT @@foreign_key_checks");
		cleaner.execute("SET foreign_key_checks = 0");
		try {
			cleaner.drop(objects, "");
			cleaner.dropHistory();
		}
		finally {
			cleaner.execute("SET foreign_key_checks = " + checked);
		}
	}

}
