package io.soundshare.migrations.engine.undo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.soundshare.migrations.engine.connection.AtomicConnection;
import io.soundshare.migrations.engine.journal.JournalTable;
import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.Recording.Kept;
import io.soundshare.migrations.engine.recording.RecordingPolicy;
import io.soundshare.migrations.engine.recording.UndoDialect;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.model.Undo;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * Undoes revisions by what was recorded of them.
 */
public final class UndoRun {

	private final LiquibaseSession session;

	private final UndoTable table;

	private final UndoStatements statements;

	private final RecordingPolicy policy;

	private final @Nullable UndoDialect dialect;

	/** Whether the schema may be another one than the plan was made for. */
	private boolean unsure;

	public UndoRun(LiquibaseSession session) {
		this.session = session;
		this.table = UndoTable.of(session);
		this.statements = new UndoStatements(session.database());
		this.policy = UndoPolicies.of(session);
		this.dialect = DatabaseProduct.of(session.database()).undo();
	}

	/** Make the connection ready, before the transaction begins. */
	public void prepare() throws DatabaseException {
		if (this.statements.areRun()) {
			told(() -> dialect().prepare(this.statements.jdbc()));
		}
		else {
			write(dialect().opening());
		}
	}

	/** Take that back, after the transaction. */
	public void finish() throws DatabaseException {
		if (this.statements.areRun()) {
			told(() -> dialect().finish(this.statements.jdbc()));
		}
		else {
			write(dialect().closing());
		}
	}

	private void write(List<String> statements) throws DatabaseException {
		for (String statement : statements) {
			this.statements.execute(statement);
		}
	}

	/** The schema as it is, each object's definition by its name. */
	Map<String, String> objects() throws DatabaseException {
		try {
			return dialect().objects(this.statements.jdbc(), this.policy);
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex);
		}
	}

	/** What somebody has made that does not work any more with another schema. */
	List<String> broken(Map<String, String> now, Map<String, String> then) throws DatabaseException {
		try {
			return dialect().broken(now, then)
				.stream()
				.map((object) -> object + " was made since, and would be broken: drop it, or make it again afterwards")
				.toList();
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex);
		}
	}

	/** What was recorded, {@code null} if it is not there as it was written. */
	@Nullable Recording read(RecordedUndo.Part part) throws DatabaseException {
		return this.table.read(part.entry().id(), part.summary().digest());
	}

	/**
	 * Undo a revision, in its transaction.
	 * @param undo what was recorded of it
	 */
	public void run(RecordedUndo undo) throws DatabaseException {
		for (RecordedUndo.Part part : undo.parts()) {
			Recording recording = read(part);
			List<String> differences = (recording != null) ? differences(recording) : List.of(tampered(part));
			if (recording == null || !differences.isEmpty()) {
				throw new DatabaseException(Undo.unfit(differences).reason());
			}
			run(recording);
		}
		verify();
	}

	/** Prove that nothing is left behind that breaks a rule. */
	void verify() throws DatabaseException {
		if (this.statements.areRun()) {
			told(() -> dialect().verify(this.statements.jdbc()));
		}
	}

	/**
	 * The plan was made for the schema that each step will meet, and nobody else may
	 * change it: only another way of undoing can have left another one. A script is
	 * written for a schema that is not there yet.
	 */
	private List<String> differences(Recording recording) throws DatabaseException {
		return (this.unsure && this.statements.areRun()) ? SchemaDifferences.between(recording, objects()) : List.of();
	}

	static String tampered(RecordedUndo.Part part) {
		return "the record beside row " + part.entry().id() + " of the journal is not as it was written";
	}

	/** Run a recording backwards. */
	void run(Recording recording) throws DatabaseException {
		Set<String> present = present(recording);
		List<Recording.Entry> backwards = new ArrayList<>(recording.entries());
		Collections.reverse(backwards);
		UndoDialect.Restoration others = this.statements.areRun() ? putAside(recording) : null;
		for (Recording.Entry entry : backwards) {
			if (entry.keptTable() == null || present.contains(entry.keptTable())) {
				this.statements.execute(entry.sql());
			}
		}
		if (others != null) {
			told(others::run);
		}
	}

	private UndoDialect.Restoration putAside(Recording recording) throws DatabaseException {
		try {
			return dialect().putAside(this.statements.jdbc(), this.policy, recording);
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex.getMessage(), ex);
		}
	}

	/**
	 * Take note that a revision is about to be undone in another way, whatever that is
	 * going to leave.
	 * @param undo what was recorded of it
	 * @return what brings kept rows back afterwards
	 */
	public KeptReturn willBeUndoneOtherwise(@Nullable RecordedUndo undo) throws DatabaseException {
		this.unsure = true;
		return KeptReturn.of(this, this.statements, undo, this.session.database().getAutoCommitMode());
	}

	/**
	 * Forget what was recorded of a revision that is undone.
	 * @param keepRows whether what is in the kept tables is still of use
	 */
	public void forget(RecordedUndo undo, boolean keepRows) throws DatabaseException {
		for (RecordedUndo.Part part : undo.parts()) {
			if (part.summary().obstacle() == null) {
				this.statements.execute(this.table.deletion(part.entry().id()));
			}
			if (!keepRows) {
				for (Kept kept : part.summary().kept()) {
					drop(kept);
				}
				if (!part.summary().kept().isEmpty() && this.statements.areRun()) {
					UndoSummary rest = part.summary().without(part.summary().kept());
					JournalTable.of(this.session).end(part.entry().with(rest.text()));
				}
			}
		}
	}

	/** The digest of the rows of a table; {@code null} if there are too many. */
	@Nullable String content(String quotedTable) throws DatabaseException {
		try {
			return new MadeRows(this.statements.jdbc(), dialect()).content(quotedTable);
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex);
		}
	}

	/**
	 * The number a query gives; {@code null} if it cannot be asked: a name is another one
	 * by now, or not there yet. PostgreSQL ends a transaction with that.
	 */
	@Nullable Long number(String query) throws DatabaseException {
		try (Statement statement = AtomicConnection.of(this.session.database()).unheard().createStatement();
				ResultSet row = statement.executeQuery(query)) {
			return row.next() ? Long.valueOf(row.getLong(1)) : null;
		}
		catch (SQLException ex) {
			this.session.database().rollback();
			return null;
		}
	}

	String quotedTable(String name) {
		return dialect().quotedTable(name);
	}

	String quoted(String name) {
		return dialect().quoted(name);
	}

	void drop(Kept kept) throws DatabaseException {
		this.statements.execute("DROP TABLE IF EXISTS " + dialect().quoted(kept.name()));
	}

	/** The kept tables of a recording that are still there. */
	Set<String> present(Recording recording) throws DatabaseException {
		Set<String> present = new HashSet<>();
		for (Recording.Entry entry : recording.entries()) {
			if (entry.keptTable() != null && isPresent(entry.keptTable())) {
				present.add(entry.keptTable());
			}
		}
		return present;
	}

	boolean isPresent(String keptTable) throws DatabaseException {
		try {
			return dialect().isTable(this.statements.jdbc(), keptTable);
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex);
		}
	}

	UndoDialect dialect() {
		if (this.dialect == null) {
			throw new IllegalStateException(
					"Nothing is recorded on " + this.session.database().getShortName().toLowerCase(Locale.ROOT));
		}
		return this.dialect;
	}

	private static void told(Work work) throws DatabaseException {
		try {
			work.run();
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex.getMessage(), ex);
		}
	}

	/**
	 * Work on the connection.
	 */
	@FunctionalInterface
	private interface Work {

		void run() throws SQLException;

	}

}
