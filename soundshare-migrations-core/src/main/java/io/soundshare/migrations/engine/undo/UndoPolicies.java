package io.soundshare.migrations.engine.undo;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.soundshare.migrations.engine.recording.RecordingPolicy;
import io.soundshare.migrations.engine.session.HistoryTables;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.engine.session.UndoSettings;
import liquibase.database.Database;

/**
 * The rules of recording, as the settings of a session have them.
 */
public final class UndoPolicies {

	private UndoPolicies() {
	}

	public static RecordingPolicy of(LiquibaseSession session) {
		Database database = session.database();
		HistoryTables tables = session.settings().tables();
		UndoSettings undo = session.settings().undo();
		Set<String> own = Stream
			.of(database.getDatabaseChangeLogTableName(), database.getDatabaseChangeLogLockTableName(),
					tables.journal(), tables.undo(), tables.state())
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
		return new RecordingPolicy(own, tables.keptPrefix(), !undo.keepDropped().isZero(), undo.maxRows(),
				undo.maxCharacters());
	}

}
