package io.soundshare.migrations.engine.operation;

import io.soundshare.migrations.engine.catalog.ParsedChangelog;
import io.soundshare.migrations.engine.catalog.SharedReadings;
import io.soundshare.migrations.engine.connection.AbsentDatabase;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.engine.session.MigrationSettings;
import io.soundshare.migrations.engine.session.SchemaSettings;
import io.soundshare.migrations.secret.DataSourceUrl;

/**
 * The sessions that the operations on one database run in, and what outlives them: the
 * answers for those who ask the same at once, and a changelog that stays as it is.
 */
public final class Sessions {

	private final MigrationSettings settings;

	private final SharedReadings readings = new SharedReadings();

	private volatile ParsedChangelog parsed = new ParsedChangelog();

	public Sessions(MigrationSettings settings) {
		this.settings = settings;
	}

	public MigrationSettings settings() {
		return this.settings;
	}

	/** Look at something; those who ask the same at once are told the same. */
	public <T> T look(String question, LiquibaseSession.Work<T> work) {
		ParsedChangelog kept = this.parsed;
		return this.readings.ask(question, (beginning) -> LiquibaseSession.look(this.settings, (session) -> {
			beginning.run();
			new SchemaSettings(session).require();
			session.use(kept.take());
			T seen = work.with(session);
			if (this.settings.changelog().fixed()) {
				kept.leave(session.parsedChangelog());
			}
			return seen;
		}));
	}

	public <T> T read(LiquibaseSession.Work<T> work) {
		forget();
		return LiquibaseSession.read(this.settings, inSchema(work));
	}

	/** Read, and wait for those who write. */
	public <T> T readPatiently(LiquibaseSession.Work<T> work) {
		forget();
		return LiquibaseSession.readPatiently(this.settings, inSchema(work));
	}

	public <T> T write(LiquibaseSession.Work<T> work) {
		forget();
		return LiquibaseSession.write(this.settings, inSchema(work));
	}

	/**
	 * Write, unless there is no database: to write nothing there would make it.
	 */
	public <T> T writeIfPresent(LiquibaseSession.Work<T> work) {
		return (AbsentDatabase.of(DataSourceUrl.of(this.settings.dataSource())) != null) ? read(work) : write(work);
	}

	private static <T> LiquibaseSession.Work<T> inSchema(LiquibaseSession.Work<T> work) {
		return (session) -> {
			new SchemaSettings(session).require();
			return work.with(session);
		};
	}

	/** Who writes reads the changelog anew, and so does whoever looks afterwards. */
	private void forget() {
		this.parsed = new ParsedChangelog();
	}

}
