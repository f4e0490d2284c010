package io.soundshare.migrations.engine.recording.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.soundshare.migrations.engine.recording.Recorder;
import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.RecordingPolicy;
import io.soundshare.migrations.engine.recording.postgres.SqlStatement.Effect;

/**
 * Takes down what undoes change sets on PostgreSQL. The objects are compared with those
 * before the change set when it ends. Rows that change, and data that may be taken away,
 * are taken down as it goes.
 */
final class PostgresRecorder implements Recorder {

	private final Statements statements;

	private final RecordingPolicy policy;

	private final Surroundings surroundings;

	private final RowWatch watch;

	private final UnseenRows unseen;

	private CatalogView view;

	private ChangeSetLog log;

	/** The catalogue when tables began to be watched. */
	private Catalog watched = Catalog.empty();

	/** Whether the tables that are watched may be altered meanwhile. */
	private boolean changing;

	PostgresRecorder(Statements statements, RecordingPolicy policy) {
		this.statements = statements;
		this.policy = policy;
		this.surroundings = new Surroundings(statements);
		this.watch = new RowWatch(statements, policy.maxRows());
		this.unseen = new UnseenRows(statements);
		this.view = new CatalogView(this.surroundings, policy);
		this.log = new ChangeSetLog(this.surroundings, policy, 0);
	}

	@Override
	public void begin(long journalId) throws SQLException {
		this.statements.begin();
		this.surroundings.schema();
		this.log = new ChangeSetLog(this.surroundings, this.policy, journalId);
		this.view.begin();
	}

	@Override
	public void willExecute(String sql) throws SQLException {
		List<SqlStatement> script = new ArrayList<>();
		Effect effect = Effect.NONE;
		for (SqlStatement statement : SqlStatement.split(sql)) {
			this.watch.hear(statement);
			Effect one = effect(statement);
			if (one == Effect.BEYOND) {
				this.log.obstacle("\"" + statement.title() + "…\" changes what is not of this database's schemas");
			}
			else if (one != Effect.NONE) {
				effect = (effect == Effect.NONE || effect == one) ? one : Effect.ANYTHING;
				script.add(statement);
			}
		}
		switch (effect) {
			case SCHEMA -> willChangeObjects(script);
			case ROWS -> willChangeRows(script);
			case ANYTHING -> willDoAnything(script);
			default -> {
			}
		}
		if (effect == Effect.SCHEMA || effect == Effect.ANYTHING) {
			this.view.expectChange();
		}
	}

	private Effect effect(SqlStatement statement) throws SQLException {
		Effect effect = statement.effect();
		if (effect == Effect.NONE) {
			return effectOfCalls(statement);
		}
		return this.policy.isOwn(statement.target()) ? Effect.NONE : effect;
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

	private void willChangeObjects(List<SqlStatement> script) throws SQLException {
		takeRows(false);
		this.view.willChange(script);
		if (script.stream().anyMatch(SqlStatement::mayLose)) {
			Catalog now = this.view.present();
			Losses losses = new Losses(now, script);
			this.log.keep(this.view.first(), now, losses);
			addSequences(now, script, losses);
		}
		else if (script.stream().anyMatch(SqlStatement::maySetSequences)) {
			addSequences(this.view.present(), script, new Losses(this.view.present(), List.of()));
		}
	}

	private void addSequences(Catalog now, List<SqlStatement> script, Losses losses) throws SQLException {
		List<SqlToken> tokens = tokens(script);
		Collection<Item> tables = new Candidates(now).of(tokens);
		List<Item> all = new ArrayList<>(tables);
		losses.tables().forEach((key) -> all.add(now.item(key)));
		this.log.sequences(this.view.first(), SequenceValues.of(now, all, tokens));
	}

	private static List<SqlToken> tokens(List<SqlStatement> script) {
		return script.stream().flatMap((statement) -> statement.tokens().stream()).toList();
	}

	private void willChangeRows(List<SqlStatement> script) throws SQLException {
		if (this.changing) {
			takeRows(false);
		}
		this.log.compareKept(this.view);
		List<SqlToken> targets = script.stream().flatMap((statement) -> statement.targets().stream()).toList();
		watch(this.view.candidates(targets), tokens(script), false);
	}

	private void willDoAnything(List<SqlStatement> script) throws SQLException {
		takeRows(false);
		this.view.willChangeAnything();
		Catalog now = this.view.present();
		Losses losses = new Losses(now, script);
		this.log.keep(this.view.first(), now, losses);
		addSequences(now, script, losses);
		List<SqlToken> tokens = tokens(script);
		watch(new Candidates(now).of(tokens), tokens, true);
	}

	private void watch(Collection<Item> tables, List<SqlToken> tokens, boolean changing) throws SQLException {
		Catalog now = this.view.present();
		this.changing = changing;
		this.watched = now;
		List<Item> watchable = new ArrayList<>();
		for (Item table : tables) {
			String obstacle = this.surroundings.whyNotWatched(table);
			if (obstacle == null) {
				watchable.add(table);
			}
			else if (!changing) {
				this.log.obstacle("it changes rows of " + now.name(table) + obstacle);
			}
		}
		watchable.removeIf((table) -> this.view.first().group(table.key()) == null);
		if (changing || this.unseen.isCounting() || tables.stream().anyMatch((table) -> hasMore(now, table))) {
			this.unseen.begin(watchable);
		}
		this.watch.add(now, watchable, changing);
		this.log.sequences(this.view.first(), SequenceValues.of(now, tables, tokens));
	}

	/** Whether more may happen when rows of a table change than that. */
	private static boolean hasMore(Catalog catalog, Item table) {
		return !catalog.parts(table.key(), Kind.TRIGGER).isEmpty() || !catalog.parts(table.key(), Kind.RULE).isEmpty();
	}

	/**
	 * Read what the triggers have written, and have kept data compared with what became
	 * of it.
	 * @param last whether nothing follows
	 */
	private void takeRows(boolean last) throws SQLException {
		if (this.watch.isWatching()) {
			List<RowEvent> events = this.watch.take(this.watched);
			Catalog after = this.changing ? this.view.present() : this.watched;
			this.log.rows(this.view.first(), events, this.watched, after);
			if (!last) {
				this.watch.remove(this.changing);
			}
		}
		Item table = this.unseen.end(this.view.first());
		if (table != null) {
			this.log
				.obstacle("it changes rows of " + this.view.first().name(table) + " in a way that cannot be followed");
		}
		this.log.compareKept(this.view);
		if (!last) {
			this.changing = false;
		}
	}

	@Override
	public void rolledBack() {
		// Liquibase rolls back before each change set, too.
		if (this.view.isUntouched() && !this.watch.isWatching()) {
			this.log = this.log.again();
			return;
		}
		// Rows of the catalogue that are older than any look at it are back.
		this.view = new CatalogView(this.surroundings, this.policy);
		this.watch.forget();
		this.unseen.forget();
		this.changing = false;
		this.log = this.log.again();
	}

	@Override
	public Recording end() throws SQLException {
		takeRows(true);
		this.watch.end(this.changing);
		this.changing = false;
		return this.view.isUntouched() ? this.log.nothing()
				: this.log.recording(this.view.first(), this.view.present());
	}

	@Override
	public void close() throws SQLException {
		this.statements.end();
	}

}
