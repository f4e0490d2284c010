package io.soundshare.migrations.autogenerate.comparison;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import javax.sql.DataSource;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.file.RevisionContent;
import io.soundshare.migrations.file.RevisionFile;
import io.soundshare.migrations.file.RevisionFileFormat;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Target;
import io.soundshare.migrations.sqlite.ddl.SqlStatements;

/**
 * A revision tried out in a shadow database: as the file it is going to be, by the engine
 * that is going to run it. Its history is apart from the changelog's.
 */
public final class Trial {

	private static final String HISTORY = "SOUNDSHARE_TRIAL";

	private static final String LOCK = HISTORY + "_LOCK";

	private static final String JOURNAL = HISTORY + "_JOURNAL";

	/** The tables a trial leaves behind, in lower case. */
	static final Set<String> TABLES = Set.of(HISTORY.toLowerCase(Locale.ROOT), LOCK.toLowerCase(Locale.ROOT),
			JOURNAL.toLowerCase(Locale.ROOT));

	private final Migrations migrations;

	public Trial(DataSource database, RevisionContent content, RevisionFileFormat format) {
		this(database, RevisionFile.of("Trial", "trial", format, Path.of(""), "trial", Clock.systemUTC(), content));
	}

	/** Try out the very file, whether it is written or not. */
	public Trial(DataSource database, RevisionFile revision) {
		String name = String.valueOf(revision.path().getFileName());
		this.migrations = Migrations.builder(database, name)
			.resources(new RevisionInMemory(name, revision.content()))
			.changeLogTable(HISTORY)
			.changeLogLockTable(LOCK)
			.journalTable(JOURNAL)
			// Tried is what the revision itself says of its way back.
			.recordUndo(false)
			.build();
	}

	/** The SQL the upgrade is going to run, without its history. */
	public List<String> upgradeSql() {
		return statements(this.migrations.script(Operation.UPGRADE, Target.HEAD).sql());
	}

	/** The SQL the downgrade is going to run, without its history. */
	public List<String> downgradeSql() {
		return statements(this.migrations.script(Operation.DOWNGRADE, Target.BASE).sql());
	}

	public void upgrade() {
		this.migrations.upgrade();
	}

	public void downgrade() {
		this.migrations.downgrade(Target.BASE);
	}

	private static List<String> statements(String script) {
		return SqlStatements.split(script)
			.stream()
			.map((statement) -> statement.replaceAll("(?m)^\\s*--.*$\\R?", "").strip().replaceAll(";$", ""))
			.filter((statement) -> !statement.isEmpty() && !statement.toUpperCase(Locale.ROOT).contains(HISTORY))
			.toList();
	}

}
