package io.soundshare.migrations.autogenerate.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.database.Rows;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.shadow.OpenShadows;
import io.soundshare.migrations.autogenerate.shadow.TrackedDataSource;
import io.soundshare.migrations.autogenerate.sql.TextLiteral;
import io.soundshare.migrations.model.Remedy.Kind;
import io.soundshare.migrations.model.Wording;

/**
 * An existing database of PostgreSQL, empty before and after. A lock of the database
 * keeps others out. A schema marks it as in use: if it is still there when nobody holds
 * the lock, a run was killed, and the next one empties the database.
 */
final class ConfiguredShadow implements OpenShadows.Abandonable {

	/** The number of the lock: "shadow" in ASCII. */
	private static final long LOCK = 0x736861646f77L;

	/** Its comment tells what was there before. */
	private static final DatabaseObject MARK = new DatabaseObject("schema", "soundshare_shadow");

	private static final String MARKED = """
			SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace
			WHERE nspname = 'soundshare_shadow' AND obj_description(oid, 'pg_namespace') IS NOT NULL""";

	private static final Wording ITS_OWN = Wording.format("Give a database of its own, which nobody else uses: %s.",
			Kind.SHADOW_URL.remedy());

	/** Objects in a schema of a person's, with the words that drop it. */
	private static final String CONTENT = """
			SELECT CASE i.type WHEN 'composite type' THEN 'type' WHEN 'statistics object' THEN 'statistics' ELSE i.type END AS type, i.identity
			FROM pg_depend d JOIN pg_namespace n ON d.refclassid = 'pg_namespace'::regclass AND d.refobjid = n.oid,
			pg_identify_object(d.classid, d.objid, 0) i
			WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND d.deptype = 'n'
			AND d.classid <> 'pg_default_acl'::regclass AND i.identity IS NOT NULL
			AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.classid = d.classid AND e.objid = d.objid
				AND (e.deptype = 'e' OR (e.deptype = 'i' AND (e.refclassid <> d.classid OR e.refobjid <> d.objid))))
			ORDER BY i.type <> 'table', i.type, i.identity
			""";

	private static final String AROUND = """
			SELECT 'schema' AS type, quote_ident(nspname) AS identity FROM pg_namespace n
			WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND NOT EXISTS (
				SELECT 1 FROM pg_depend e WHERE e.classid = 'pg_namespace'::regclass AND e.objid = n.oid AND e.deptype = 'e')
			UNION ALL SELECT 'extension', quote_ident(extname) FROM pg_extension
			UNION ALL SELECT 'event trigger', quote_ident(evtname) FROM pg_event_trigger
			UNION ALL SELECT 'publication', quote_ident(pubname) FROM pg_publication
			UNION ALL SELECT 'foreign data wrapper', quote_ident(fdwname) FROM pg_foreign_data_wrapper
			""";

	/** Ends those of this process: the lock keeps others of ours out. */
	private static final String DISCONNECT = """
			SELECT pg_terminate_backend(pid) FROM pg_stat_activity
			WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()""";

	private final TrackedDataSource dataSource;

	private final Connection guard;

	private final List<DatabaseObject> before;

	private ConfiguredShadow(TrackedDataSource dataSource, Connection guard, List<DatabaseObject> before) {
		this.dataSource = dataSource;
		this.guard = guard;
		this.before = before;
	}

	static ConfiguredShadow open(DataSource dataSource) {
		try {
			Connection guard = dataSource.getConnection();
			try {
				guard.setAutoCommit(true);
				lock(guard);
				for (String before : Rows.query(guard, MARKED, (row) -> row.getString(1))) {
					empty(guard, before.lines().map(DatabaseObject::parse).toList());
				}
				refuseContent(guard);
				List<DatabaseObject> before = objects(guard, AROUND);
				mark(guard, before);
				return new ConfiguredShadow(new TrackedDataSource(dataSource), guard, before);
			}
			catch (SQLException | RuntimeException ex) {
				guard.close();
				throw ex;
			}
		}
		catch (SQLException ex) {
			throw new AutogenerateException("The shadow database cannot be used: " + ex.getMessage(),
					Wording.format("Look at %s, and the user and password with it.", Kind.SHADOW_URL.remedy()), ex);
		}
	}

	@Override
	public DataSource dataSource() {
		return this.dataSource;
	}

	@Override
	public void close() {
		OpenShadows.close(this, this::leave);
	}

	@Override
	public void abandon() {
		this.dataSource.refuse();
		try {
			Rows.query(this.guard, DISCONNECT, (row) -> row.getBoolean(1));
		}
		catch (SQLException ex) {
			throw new AutogenerateException("The shadow database cannot be emptied: " + ex.getMessage(),
					"The next run empties it.", ex);
		}
		leave();
	}

	private void leave() {
		try (Connection connection = this.guard) {
			this.dataSource.close();
			empty(connection, this.before);
			unlock(connection);
		}
		catch (SQLException ex) {
			throw new AutogenerateException("The shadow database cannot be emptied: " + ex.getMessage(),
					Wording.format("Drop by hand what is in it. %s", ITS_OWN), ex);
		}
	}

	/**
	 * Drop everything: what stands around the rest takes most of it along; the mark goes
	 * last.
	 */
	private static void empty(Connection connection, List<DatabaseObject> before) throws SQLException {
		for (DatabaseObject object : objects(connection, AROUND)) {
			if (!before.contains(object) && !object.equals(MARK)) {
				drop(connection, object);
			}
		}
		for (DatabaseObject object : objects(connection, CONTENT)) {
			drop(connection, object);
		}
		drop(connection, MARK);
	}

	/** A user who may not make schemas has to do without. */
	private static void mark(Connection connection, List<DatabaseObject> before) throws SQLException {
		String comment = before.stream().map(DatabaseObject::line).collect(Collectors.joining("\n"));
		try (Statement statement = connection.createStatement()) {
			statement.execute("CREATE SCHEMA " + MARK.identity);
			statement.execute("COMMENT ON SCHEMA " + MARK.identity + " IS " + TextLiteral.of(comment));
		}
		catch (SQLException ex) {
			if (!TemporaryDatabase.INSUFFICIENT_PRIVILEGE.equals(ex.getSQLState())) {
				throw ex;
			}
		}
	}

	private static void lock(Connection connection) throws SQLException {
		boolean locked = Rows.query(connection, "SELECT pg_try_advisory_lock(" + LOCK + ")", (row) -> row.getBoolean(1))
			.get(0);
		if (!locked) {
			throw new AutogenerateException("The shadow database " + name(connection)
					+ " is in use: somebody else is comparing, or it is " + "opened twice.",
					Wording.format("Try again when that is done. %s", ITS_OWN), null);
		}
	}

	private static void unlock(Connection connection) throws SQLException {
		Rows.query(connection, "SELECT pg_advisory_unlock(" + LOCK + ")", (row) -> row.getBoolean(1));
	}

	private static void refuseContent(Connection connection) throws SQLException {
		List<String> content = objects(connection, CONTENT).stream().map(DatabaseObject::toString).toList();
		if (!content.isEmpty()) {
			int shown = Math.min(content.size(), 10);
			String more = (content.size() > shown) ? " and " + (content.size() - shown) + " more" : "";
			throw new AutogenerateException(
					"The shadow database " + name(connection) + " is not empty. Nothing was touched. There is: "
							+ String.join(", ", content.subList(0, shown)) + more + ".",
					Wording.format("%s It is emptied after each use.", ITS_OWN), null);
		}
	}

	private static String name(Connection connection) throws SQLException {
		return Rows.query(connection, "SELECT current_database()", (row) -> row.getString(1)).get(0);
	}

	private static List<DatabaseObject> objects(Connection connection, String sql) throws SQLException {
		return Rows.query(connection, sql,
				(row) -> new DatabaseObject(row.getString("type"), row.getString("identity")));
	}

	private static void drop(Connection connection, DatabaseObject object) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("DROP " + object.type + " IF EXISTS " + object.identity + " CASCADE");
		}
	}

	/**
	 * An object in a database.
	 *
	 * @param type the type, in the words of DROP
	 * @param identity the name, as SQL has it
	 */
	private record DatabaseObject(String type, String identity) {

		static DatabaseObject parse(String line) {
			int end = line.indexOf('\t');
			return new DatabaseObject(line.substring(0, end), line.substring(end + 1));
		}

		String line() {
			return this.type + '\t' + this.identity;
		}

		@Override
		public String toString() {
			return this.type + " " + this.identity;
		}

	}

}
