package io.soundshare.migrations.engine.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import io.soundshare.migrations.engine.connection.TableAccess;
import io.soundshare.migrations.engine.redaction.Redactor;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.Step;
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
 * The table the journal is in. Its times are text, ISO-8601 in UTC: the same on every
 * database and in every time zone.
 */
public final class JournalTable {

	/** The name, unless it is set. */
	public static final String DEFAULT_NAME = "DATABASECHANGELOG_JOURNAL";

	private static final String COLUMNS = "ID, OPERATION, ACTION, CHANGESET_ID, AUTHOR, FILENAME, DEPLOYMENT_ID, OS_USER, HOST,"
			+ " APPLICATION, APPLICATION_VERSION, STARTED, DURATION_MILLIS, OUTCOME, MESSAGE, DETAILS";

	private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder().appendInstant(3)
		.toFormatter()
		.withZone(ZoneOffset.UTC);

	private final Database database;

	private final String name;

	private final TableAccess access;

	/** The redaction, of what is read too: older versions may have written secrets. */
	private final UnaryOperator<String> redacted;

	/**
	 * The redaction of what is read again: names stay, which may be parameters' values.
	 */
	private final UnaryOperator<String> withoutSecrets;

	private JournalTable(Database database, String name, Redactor redactor) {
		this.redacted = redactor::sql;
		this.withoutSecrets = (text) -> redactor.parameters().hideSecrets(text);
		this.database = database;
		this.name = name;
		this.access = new TableAccess(database, name);
	}

	/** The journal of a session's database. */
	public static JournalTable of(LiquibaseSession session) {
		return new JournalTable(session.database(), session.settings().tables().journal(), session.redactor());
	}

	/** Make the table if it is not there yet. Only whoever holds the lock may. */
	public void prepare() throws DatabaseException {
		if (this.access.exists()) {
			return;
		}
		this.access.quoted(() -> {
			Scope.getCurrentScope()
				.getSingleton(ExecutorService.class)
				.getExecutor("jdbc", this.database)
				.execute(new CreateTableStatement(this.database.getLiquibaseCatalogName(),
						this.database.getLiquibaseSchemaName(), this.name)
					.setTablespace(this.database.getLiquibaseTablespaceName())
					.addPrimaryKeyColumn("ID", type("bigint"), null, this.name.toLowerCase(Locale.ROOT) + "_pk", null)
					.addColumn("OPERATION", type("varchar(20)"), null, null, new NotNullConstraint())
					.addColumn("ACTION", type("varchar(20)"), null, null, new NotNullConstraint())
					.addColumn("CHANGESET_ID", type("varchar(255)"), null, null, new NotNullConstraint())
					.addColumn("AUTHOR", type("varchar(255)"), null, null, new NotNullConstraint())
					.addColumn("FILENAME", type("varchar(255)"), null, null, new NotNullConstraint())
					.addColumn("DEPLOYMENT_ID", type("varchar(10)"))
					.addColumn("OS_USER", type("varchar(255)"), null, null, new NotNullConstraint())
					.addColumn("HOST", type("varchar(255)"), null, null, new NotNullConstraint())
					.addColumn("APPLICATION", type("varchar(255)"))
					.addColumn("APPLICATION_VERSION", type("varchar(255)"))
					.addColumn("STARTED", type("varchar(30)"), null, null, new NotNullConstraint())
					.addColumn("DURATION_MILLIS", type("bigint"))
					.addColumn("OUTCOME", type("varchar(20)"), null, null, new NotNullConstraint())
					.addColumn("MESSAGE", type("clob"))
					.addColumn("DETAILS", type("clob")));
			return this.name;
		});
		this.database.commit();
	}

	/** All entries, the oldest first; none if there is no journal. */
	public List<JournalEntry> read() throws DatabaseException {
		return this.access.exists() ? this.access.query("SELECT " + COLUMNS + " FROM %s ORDER BY ID", this::entry)
				: List.of();
	}

	/** The number of the last row, 0 if there is none. */
	public long lastId() throws DatabaseException {
		return this.access.query("SELECT MAX(ID) FROM %s", (row) -> row.getLong(1)).get(0);
	}

	void insert(JournalEntry entry) throws DatabaseException {
		this.access.update("INSERT INTO %s (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
				entry.id(), entry.operation(), entry.action().name(), entry.revision(), entry.author(), entry.path(),
				entry.deployment(), entry.user(), entry.host(), entry.application(), entry.version(),
				INSTANT.format(entry.started()), entry.durationMillis(), entry.outcome().name(),
				redacted(entry.message()), withoutSecrets(entry.details()));
	}

	/** Write how an entry that is there has ended. */
	public void end(JournalEntry entry) throws DatabaseException {
		this.access.update("UPDATE %s SET OUTCOME = ?, DURATION_MILLIS = ?, MESSAGE = ?, DETAILS = ? WHERE ID = ?",
				entry.outcome().name(), entry.durationMillis(), redacted(entry.message()),
				withoutSecrets(entry.details()), entry.id());
	}

	private LiquibaseDataType type(String description) {
		return DataTypeFactory.getInstance().fromDescription(description, this.database);
	}

	private JournalEntry entry(ResultSet row) throws SQLException {
		return new JournalEntry(row.getLong(1), row.getString(2), Step.Action.valueOf(row.getString(3)),
				row.getString(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8),
				row.getString(9), row.getString(10), row.getString(11), Instant.parse(row.getString(12)),
				number(row, 13), JournalEntry.Outcome.valueOf(row.getString(14)), redacted(row.getString(15)),
				withoutSecrets(row.getString(16)));
	}

	private @Nullable String redacted(@Nullable String text) {
		return (text != null) ? this.redacted.apply(text) : null;
	}

	private @Nullable String withoutSecrets(@Nullable String text) {
		return (text != null) ? this.withoutSecrets.apply(text) : null;
	}

	private static @Nullable Long number(ResultSet row, int column) throws SQLException {
		long number = row.getLong(column);
		return row.wasNull() ? null : number;
	}

}
