package io.soundshare.migrations.engine.copy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A database beside another one, on the same server.
 */
final class PostgresThrowaway implements Throwaway {

	private static final String PREFIX = "soundshare_rehearsal_";

	/** Nobody tries things out for so long: whoever did has died. */
	private static final Duration ABANDONED = Duration.ofDays(1);

	/** What is locked by others than this session, and keeps those who write waiting. */
	private static final String LOCKS = """
			SELECT DISTINCT c.oid::regclass || ' ' || regexp_replace(l.mode, 'Lock$', '') FROM pg_locks l
			JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
				AND l.pid <> pg_backend_pid() AND c.relkind IN ('r', 'p', 'm') AND n.nspname !~ '^pg_'
				AND l.mode IN ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')""";

	private final CopySource source;

	private final String name;

	private PostgresThrowaway(CopySource source, String name) {
		this.source = source;
		this.name = name;
	}

	/** Make an empty one like another, and drop those that were left behind. */
	static PostgresThrowaway of(CopySource source) throws SQLException {
		source.connection().setAutoCommit(true);
		TextQueries queries = new TextQueries(source.connection());
		long now = Instant.now().getEpochSecond();
		for (String old : queries
			.texts("SELECT datname FROM pg_database WHERE datname ~ '^" + PREFIX + "[0-9]+_[0-9a-f]+$'")) {
			if (Long.parseLong(old.split("_")[2]) + ABANDONED.toSeconds() < now) {
				run(source.connection(), "DROP DATABASE IF EXISTS " + old);
			}
		}
		String name = PREFIX + now + "_" + UUID.randomUUID().toString().substring(0, 8);
		String like = queries
			.text("""
					SELECT format('ENCODING %L LC_COLLATE %L LC_CTYPE %L', pg_encoding_to_char(encoding), datcollate, datctype)
					FROM pg_database WHERE datname = current_database()""");
		run(source.connection(), "CREATE DATABASE " + name + " TEMPLATE template0 " + like);
		return new PostgresThrowaway(source, name);
	}

	private static void run(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	String name() {
		return this.name;
	}

	@Override
	public String url() {
		return PostgresAddress.url(this.source.url(), this.name);
	}

	@Override
	public long size() throws IOException {
		return Long.parseLong(text("SELECT pg_database_size('" + this.name + "')") + "");
	}

	private @Nullable String text(String sql) throws IOException {
		try {
			return new TextQueries(this.source.connection()).text(sql);
		}
		catch (SQLException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
	}

	@Override
	public boolean tellsLocks() {
		return true;
	}

	@Override
	public List<String> locks(Connection copy) throws SQLException {
		return new ArrayList<>(new TextQueries(copy).texts(LOCKS));
	}

	@Override
	public void close() throws IOException {
		try {
			TextQueries queries = new TextQueries(this.source.connection());
			queries.texts(
					"SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE datname = '" + this.name + "'");
			run(this.source.connection(), "DROP DATABASE IF EXISTS " + this.name);
		}
		catch (SQLException ex) {
			throw new IOException("The database " + this.name + " cannot be dropped: " + ex.getMessage(), ex);
		}
	}

}
