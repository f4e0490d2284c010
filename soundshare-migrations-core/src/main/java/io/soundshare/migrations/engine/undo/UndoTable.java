package io.soundshare.migrations.engine.undo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.soundshare.migrations.engine.connection.TableAccess;
import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.datatype.DataTypeFactory;
import liquibase.datatype.LiquibaseDataType;
import liquibase.exception.DatabaseException;
import liquibase.executor.ExecutorService;
import liquibase.statement.NotNullConstraint;
import liquibase.statement.core.CreateTableStatement;
import org.jspecify.annotations.Nullable;

/**
 * The table beside the journal that holds what undoes each of its rows: statements, in
 * the order they were recorded, and the schema objects they are about as they were before
 * and after.
 */
final class UndoTable {

	private static final String COLUMNS = "JOURNAL_ID, POSITION, KIND, NAME, TEXT";

	private final Database database;

	private final String name;

	private final TableAccess access;

	/** Whether the table is known to be there. */
	private boolean present;

	private UndoTable(Database database, String name) {
		this.database = database;
		this.name = name;
		this.access = new TableAccess(database, name);
	}

	static UndoTable of(LiquibaseSession session) {
		return new UndoTable(session.database(), session.settings().tables().undo());
	}

	boolean exists() throws DatabaseException {
		return this.access.exists();
	}

	/** Make the table if it is not there yet. Only whoever holds the lock may. */
	void prepare() throws DatabaseException {
		if (exists()) {
			return;
		}
		this.access.quoted(() -> {
			Scope.getCurrentScope()
				.getSingleton(ExecutorService.class)
				.getExecutor("jdbc", this.database)
				.execute(new CreateTableStatement(this.database.getLiquibaseCatalogName(),
						this.database.getLiquibaseSchemaName(), this.name)
					.setTablespace(this.database.getLiquibaseTablespaceName())
					.addPrimaryKeyColumn("JOURNAL_ID", type("bigint"), null, this.name.toLowerCase(Locale.ROOT) + "_pk",
							null)
					.addPrimaryKeyColumn("POSITION", type("int"), null, this.name.toLowerCase(Locale.ROOT) + "_pk",
							null)
					.addColumn("KIND", type("varchar(20)"), null, null, new NotNullConstraint())
					.addColumn("NAME", type("clob"))
					.addColumn("TEXT", type("clob")));
			return this.name;
		});
		this.database.commit();
	}

	/** Write a recording, and return its digest. */
	String insert(long journalId, Recording recording) throws DatabaseException {
		List<Line> lines = lines(recording);
		List<@Nullable Object[]> rows = new ArrayList<>();
		for (Line line : lines) {
			rows.add(new @Nullable Object[] { journalId, rows.size() + 1, line.kind().name(), line.name(),
					line.text() });
		}
		this.access.updateAll("INSERT INTO %s (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?)", rows);
		return digest(lines);
	}

	/**
	 * Read a recording.
	 * @param digest what its digest must be
	 * @return the recording; {@code null} if it is not there as it was written
	 */
	@Nullable Recording read(long journalId, String digest) throws DatabaseException {
		if (!this.present) {
			this.present = exists();
		}
		if (!this.present) {
			return null;
		}
		List<Line> lines = this.access.query("SELECT KIND, NAME, TEXT FROM %s WHERE JOURNAL_ID = ? ORDER BY POSITION",
				(row) -> new Line(Kind.valueOf(row.getString(1)), row.getString(2), row.getString(3)), journalId);
		if (!digest(lines).equals(digest)) {
			return null;
		}
		List<Recording.Entry> entries = new ArrayList<>();
		Map<String, String> before = new TreeMap<>();
		Map<String, String> after = new TreeMap<>();
		for (Line line : lines) {
			switch (line.kind()) {
				case SQL -> entries.add(new Recording.Entry(line.text(), line.name()));
				case BEFORE -> before.put(line.name() + "", line.text());
				case AFTER -> after.put(line.name() + "", line.text());
			}
		}
		return new Recording(entries, before, after, List.of(), Map.of(), List.of(), Map.of(), null);
	}

	/**
	 * Delete what is of rows that the journal does not have, if somebody has dropped it.
	 */
	void deleteBeyond(long journalId) throws DatabaseException {
		if (this.access.update("DELETE FROM %s WHERE JOURNAL_ID > ?", journalId) != 0) {
			this.database.commit();
		}
	}

	/** Delete all recordings, of a database that has nothing of them any more. */
	void clear() throws DatabaseException {
		if (exists()) {
			this.access.update("DELETE FROM %s");
			this.database.commit();
		}
	}

	/** The statement that deletes a recording. */
	String deletion(long journalId) throws DatabaseException {
		return "DELETE FROM " + this.access.name() + " WHERE JOURNAL_ID = " + journalId;
	}

	private static List<Line> lines(Recording recording) {
		List<Line> lines = new ArrayList<>();
		recording.entries().forEach((entry) -> lines.add(new Line(Kind.SQL, entry.keptTable(), entry.sql())));
		new TreeMap<>(recording.before()).forEach((name, text) -> lines.add(new Line(Kind.BEFORE, name, text)));
		new TreeMap<>(recording.after()).forEach((name, text) -> lines.add(new Line(Kind.AFTER, name, text)));
		return lines;
	}

	private static String digest(List<Line> lines) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (Line line : lines) {
				for (String part : List.of(line.kind().name(), line.name() + "", line.text())) {
					byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
					digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
					digest.update(bytes);
				}
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private LiquibaseDataType type(String description) {
		return DataTypeFactory.getInstance().fromDescription(description, this.database);
	}

	/**
	 * The kinds of rows.
	 */
	private enum Kind {

		/** A statement; its name is that of the kept table it takes rows from. */
		SQL,

		/** An object of the schema as it was. */
		BEFORE,

		/** An object of the schema as the change set has left it. */
		AFTER

	}

	/**
	 * A row.
	 *
	 * @param kind its kind
	 * @param name its name, if it has one
	 * @param text its text
	 */
	private record Line(Kind kind, @Nullable String name, String text) {

	}

}
