package io.soundshare.migrations.engine.copy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.soundshare.migrations.model.BackupFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Copies a PostgreSQL database with its own tools: all of its schemas, but not what
 * belongs to the server, as roles do, nor the settings and the rights of the database
 * itself. A materialized view is restored by a refresh.
 */
final class PostgresCopy implements DatabaseCopy {

	/** Of what users may lose; the server's own and what extensions bring is none. */
	private static final String RELATIONS = """
			SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S') AND n.nspname !~ '^pg_'
				AND n.nspname <> 'information_schema' AND NOT EXISTS (SELECT 1 FROM pg_depend e
					WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid
					AND (e.deptype = 'e' OR c.relkind = 'S' AND e.deptype IN ('a', 'i')))
			UNION ALL SELECT 'pg_largeobject' WHERE EXISTS (SELECT 1 FROM pg_largeobject_metadata)""";

	private static final String OWN = """
			SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'""";

	/**
	 * What a restoration makes anew, so that it is told from what was there: nothing that
	 * is a session's own, which may come and go meanwhile.
	 */
	private static final String IDENTITIES = """
			SELECT oid FROM pg_class WHERE oid >= 16384 AND relpersistence <> 't'
				AND relnamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname ~ '^pg_(toast_)?temp_')
			UNION ALL SELECT oid FROM pg_proc WHERE oid >= 16384
			UNION ALL SELECT oid FROM pg_namespace WHERE oid >= 16384 AND nspname !~ '^pg_' ORDER BY 1""";

	private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_]\\w*");

	private final CopySource source;

	private final PostgresTools tools;

	private final PostgresAddress address;

	private final TextQueries queries;

	private @Nullable Path folderOfTools;

	PostgresCopy(CopySource source, PostgresTools tools) {
		this.source = source;
		this.tools = tools;
		this.address = PostgresAddress.of(source.url()).and(source.security());
		this.queries = new TextQueries(source.connection());
	}

	@Override
	public @Nullable String obstacle() {
		try {
			return this.tools.obstacle(this.source.connection().getMetaData().getDatabaseMajorVersion());
		}
		catch (SQLException ex) {
			return ex.getMessage();
		}
	}

	private ToolRun run() throws SQLException {
		String inUrl = this.address.password();
		return new ToolRun(folderOfTools(), (inUrl != null) ? inUrl : this.source.password());
	}

	private ToolRun unconnected() throws SQLException {
		return new ToolRun(folderOfTools(), null);
	}

	private Path folderOfTools() throws SQLException {
		Path folder = this.folderOfTools;
		if (folder == null) {
			folder = this.tools.folder(this.source.connection().getMetaData().getDatabaseMajorVersion());
			this.folderOfTools = folder;
		}
		return folder;
	}

	private String uri() throws SQLException {
		String inUrl = this.address.user();
		return this.address.uri(this.queries.text("SELECT current_database()") + "",
				(inUrl != null) ? inUrl : this.source.user());
	}

	@Override
	public boolean isUsual() {
		return false;
	}

	@Override
	public String name() {
		try {
			String name = PostgresAddress.encoded(this.queries.text("SELECT current_database()") + "");
			return (name.startsWith(".") ? "%2E" + name.substring(1) : name) + "-"
					+ Integer.toHexString(this.address.hosts().hashCode());
		}
		catch (SQLException ex) {
			throw BackupFailedException.unsupported(ex.getMessage() + "");
		}
	}

	@Override
	public Path folder() {
		return Path.of("backups", name());
	}

	@Override
	public String suffix() {
		return ".dump";
	}

	/** Those who are connected and idle are let be, and may begin. */
	@Override
	public boolean keepsOthersOut() {
		return false;
	}

	/** All that a restoration replaces: not the default schema alone. */
	@Override
	public boolean isEmpty(Predicate<String> own) throws SQLException {
		return this.queries.texts(RELATIONS).stream().allMatch(own);
	}

	@Override
	public long size() throws SQLException {
		return Long.parseLong(this.queries.text("SELECT pg_database_size(current_database())") + "");
	}

	@Override
	public @Nullable String revision() throws SQLException {
		String table = this.queries.text("""
				SELECT format('%I.%I', n.nspname, c.relname)
				FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
				WHERE n.nspname = ANY (?) AND c.relname = ANY (?) AND c.relkind IN ('r', 'p')
				ORDER BY array_position(?, n.nspname::text), array_position(?, c.relname::text) LIMIT 1""", schemas(),
				histories(), schemas(), histories());
		return (table != null) ? this.queries
			.text("SELECT id FROM " + table + " ORDER BY orderexecuted DESC, dateexecuted DESC LIMIT 1") : null;
	}

	/** The current one may have been dropped, and be in a copy. */
	private List<String> schemas() throws SQLException {
		String schema = this.source.schema();
		return (schema != null) ? stored(schema) : this.queries.texts("SELECT coalesce(current_schema(), 'public')");
	}

	private List<String> histories() {
		return stored(this.source.history());
	}

	/**
	 * The names that Liquibase's name may mean: it quotes some of them, where it must.
	 */
	private static List<String> stored(String name) {
		String folded = name.toLowerCase(Locale.ROOT);
		return PLAIN_NAME.matcher(name).matches() ? List.of(folded, name) : List.of(name, folded);
	}

	@Override
	public void write(Path copy) throws SQLException, IOException {
		run().run("pg_dump", "--format=custom", "--lock-wait-timeout=60s", "--no-password", "--file=" + copy,
				"--dbname=" + uri());
	}

	@Override
	public @Nullable String damage(Path copy, boolean thorough) throws IOException {
		try {
			unconnected().run("pg_restore", thorough ? "--file=-" : "--list", copy.toString());
			return null;
		}
		catch (InterruptedIOException ex) {
			throw ex;
		}
		catch (IOException | SQLException ex) {
			return ex.getMessage();
		}
	}

	@Override
	public @Nullable String revision(Path copy) throws SQLException, IOException {
		PostgresContents history = contents(copy).rows(schemas(), histories());
		if (history.lines().isEmpty()) {
			return null;
		}
		return CopyRows
			.of(listed(history,
					(list) -> unconnected().text("pg_restore", "--use-list=" + list, "--file=-", copy.toString())))
			.newest();
	}

	private PostgresContents contents(Path copy) throws SQLException, IOException {
		String list = unconnected().text("pg_restore", "--list", copy.toString());
		return PostgresContents.of(new String(list.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
	}

	private static <T> T listed(PostgresContents contents, Listed<T> work) throws SQLException, IOException {
		Path list = Files.createTempFile("backup", ".list");
		try {
			Files.write(list, contents.lines());
			return work.with(list);
		}
		finally {
			Files.delete(list);
		}
	}

	/**
	 * In one transaction that drops what is there first: whatever dies before its end,
	 * the database is as it was. Each object needs a lock of the server's meanwhile.
	 */
	@Override
	public @Nullable Path restore(Path copy, @Nullable FileDigest digest, Before before)
			throws SQLException, IOException {
		proved(copy, digest);
		PostgresUsers.requireNone(this.queries);
		try {
			before.run();
		}
		catch (SQLException | IOException ex) {
			throw BackupFailedException.notTaken(ex.getMessage() + "", ex);
		}
		List<String> was = this.queries.texts(IDENTITIES);
		try {
			replace(copy);
		}
		catch (IOException ex) {
			PostgresUsers.requireNone(this.queries);
			if (!was.equals(this.queries.texts(IDENTITIES))) {
				// It died after the end of the transaction, which is all or nothing.
				return null;
			}
			throw BackupFailedException.notRestored(ex.getMessage() + "", "Correct that, and try again.", ex);
		}
		return null;
	}

	private void replace(Path copy) throws SQLException, IOException {
		PostgresContents contents = contents(copy);
		Map<String, String> kept = contents.kept(extensions());
		ScriptFilter filter = new ScriptFilter(new HashSet<>(this.queries.texts("SELECT name FROM pg_settings")));
		ToolRun run = run();
		List<String> psql = List.of("--no-psqlrc", "--quiet", "--no-password", "--set=ON_ERROR_STOP=1", "--file=-",
				"--dbname=" + uri());
		listed(contents.without(kept), (list) -> {
			run.pipe("pg_restore", List.of("--single-transaction", "--use-list=" + list, "--file=-", copy.toString()),
					PostgresClearing.script(kept), filter, "psql", psql);
			return list;
		});
	}

	/** Owned by whoever connects, who need not be allowed more. */
	@Override
	public Throwaway throwaway(boolean data, Predicate<String> own) throws SQLException, IOException {
		Path dump = Files.createTempFile("rehearsal", suffix());
		PostgresThrowaway throwaway = PostgresThrowaway.of(this.source);
		try {
			fill(throwaway, dump, data ? List.of() : List.of("--schema-only"));
			List<String> history = this.queries.texts(OWN).stream().filter((table) -> own.test(name(table))).toList();
			if (!data && !history.isEmpty()) {
				List<String> rows = new ArrayList<>(List.of("--data-only"));
				history.forEach((table) -> rows.add("--table=" + table));
				fill(throwaway, dump, rows);
			}
			return throwaway;
		}
		catch (SQLException | IOException | RuntimeException ex) {
			throwaway.close();
			throw ex;
		}
		finally {
			Files.deleteIfExists(dump);
		}
	}

	private static String name(String qualified) {
		return qualified.replaceFirst("^(\"[^\"]*\"|[^.\"]*)\\.", "").replace("\"", "");
	}

	private void fill(PostgresThrowaway throwaway, Path dump, List<String> what) throws SQLException, IOException {
		List<String> arguments = new ArrayList<>(List.of("--format=custom", "--lock-wait-timeout=60s", "--no-password",
				"--file=" + dump, "--dbname=" + uri()));
		arguments.addAll(what);
		run().run("pg_dump", arguments.toArray(String[]::new));
		String inUrl = this.address.user();
		run().run("pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", "--no-password",
				"--dbname=" + this.address.uri(throwaway.name(), (inUrl != null) ? inUrl : this.source.user()),
				dump.toString());
	}

	/** The server does not tell. */
	@Override
	public long free() {
		return Long.MAX_VALUE;
	}

	private Map<String, String> extensions() throws SQLException {
		Map<String, String> extensions = new LinkedHashMap<>();
		for (String name : this.queries.texts("SELECT extname FROM pg_extension WHERE oid >= 16384")) {
			extensions.put(name,
					this.queries.text("SELECT nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace"
							+ " WHERE extname = ANY (?)", List.of(name)) + "");
		}
		return extensions;
	}

	/**
	 * Something done with a list of a part of a copy.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	private interface Listed<T> {

		T with(Path list) throws SQLException, IOException;

	}

}
