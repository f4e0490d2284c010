package io.soundshare.migrations.engine.recording.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.soundshare.migrations.engine.recording.Recorder;
import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.RecordingPolicy;
import io.soundshare.migrations.engine.recording.postgres.SqlStatement.Effect;

/**
 * Takes down what undoes change sets on PostgreSQL. Statements in a row that change
 * objects are a segment, and so are those that change rows; one that may do both is one
 * by itself. A segment begins and ends with a look at the catalogue.
 */
final class PostgresRecorder implements Recorder {

	private final Statements statements;

	private final RecordingPolicy policy;

	private final Surroundings surroundings;

	private final RowWatch watch;

	private CatalogReader reader;

	private ChangeSetLog log;

	/** What the open segment does; nothing if none is open. */
	private Effect open = Effect.NONE;

	/** The catalogue at the beginning of the open segment. */
	private Catalog before = Catalog.EMPTY;

	PostgresRecorder(Statements statements, RecordingPolicy policy) {
		this.statements = statements;
		this.policy = policy;
		this.surroundings = new Surroundings(statements);
		this.watch = new RowWatch(statements, policy.maxRows());
		this.reader = new CatalogReader(statements, policy);
		this.log = new ChangeSetLog(this.surroundings, policy, 0);
	}

	@Override
	public void begin(long journalId) {
		this.log = new ChangeSetLog(this.surroundings, this.policy, journalId);
		this.open = Effect.NONE;
	}

	@Override
	public void willExecute(String sql) throws SQLException {
		List<SqlStatement> script = SqlStatement.split(sql);
		Effect effect = Effect.NONE;
		List<SqlStatement> changing = new ArrayList<>();
		for (SqlStatement statement : script) {
			Effect one = effect(statement);
			if (one == Effect.NONE) {
				continue;
			}
			if (one == Effect.BEYOND) {
				this.log.obstacle("\"" + statement.title() + "…\" changes what is not of this database's schemas");
				continue;
			}
			effect = (effect == Effect.NONE || effect == one) ? one : Effect.ANYTHING;
			changing.add(statement);
		}
		if (effect != Effect.NONE) {
			enter(effect, effect != Effect.ROWS && changing.stream().anyMatch(SqlStatement::mayLose));
			look(changing, effect);
		}
	}

	private Effect effect(SqlStatement statement) throws SQLException {
		Effect effect = statement.effect();
		if (effect == Effect.NONE) {
			return effectOfCalls(statement);
		}
		boolean own = (effect == Effect.ROWS) ? this.policy.isOwn(statement.target())
				: statement.tokens().stream().anyMatch((token) -> token.isName() && this.policy.isOwn(token.text()));
		return own ? Effect.NONE : effect;
	}

	/** What only reads may do more by what it calls. */
	private Effect effectOfCalls(SqlStatement statement) throws SQLException {
		Set<String> calls = statement.calls();
		if (calls.isEmpty()) {
			return Effect.NONE;
		}
		if (calls.stream().anyMatch((name) -> name.startsWith("lo_")) || Routines.isAnyTheirs(this.statements, calls)) {
			return Effect.ANYTHING;
		}
		return (calls.contains("setval") || calls.contains("nextval")) ? Effect.ROWS : Effect.NONE;
	}

	/** Begin a segment, unless one that does the same is open. */
	private void enter(Effect effect, boolean afresh) throws SQLException {
		if (this.open == effect && effect != Effect.ANYTHING && !afresh) {
			return;
		}
		close();
		this.before = this.reader.read();
		this.log.first(this.before);
		this.open = effect;
	}

	/** Take down what can only be seen before the statements run. */
	private void look(List<SqlStatement> script, Effect effect) throws SQLException {
		List<SqlToken> tokens = script.stream().flatMap((statement) -> statement.tokens().stream()).toList();
		List<Item> tables = new ArrayList<>(this.log.notMade(new Candidates(this.before).of(tokens)));
		if (effect != Effect.SCHEMA) {
			this.watch.add(this.before, tables, effect == Effect.ANYTHING);
		}
		if (effect != Effect.SCHEMA || script.stream().anyMatch(SqlStatement::maySetSequences)) {
			Losses losses = new Losses(this.before, script);
			if (effect != Effect.ROWS) {
				this.log.keep(this.before, losses);
			}
			losses.tables().forEach((key) -> tables.add(this.before.item(key)));
			this.log.sequences().add(this.log.notMade(SequenceValues.of(this.before, tables, tokens)));
		}
	}

	/** End the open segment. */
	private void close() throws SQLException {
		if (this.open == Effect.NONE) {
			return;
		}
		List<RowEvent> events = List.of();
		if (this.watch.isWatching()) {
			events = this.watch.take(this.before);
			this.watch.remove();
		}
		Catalog after = (this.open == Effect.ROWS) ? this.before : this.reader.read();
		this.log.segment(this.before, after, events);
		this.before = after;
		this.open = Effect.NONE;
	}

	@Override
	public void rolledBack() {
		// Rows of the catalogue that are older than any look at it are back.
		this.reader = new CatalogReader(this.statements, this.policy);
		this.watch.forget();
		this.log = this.log.again();
		this.open = Effect.NONE;
	}

	@Override
	public Recording end() throws SQLException {
		close();
		this.watch.end();
		return this.log.recording();
	}

}
