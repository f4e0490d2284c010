package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The temporary objects of the connection that are not of the recorder.
 */
final class TemporaryObjects {

	private static final String OBJECTS = "SELECT type || ' ' || name FROM temp.sqlite_master"
			+ " WHERE name NOT LIKE 'ssm\\_undo\\_%' ESCAPE '\\'";

	private final Sql sql;

	private @Nullable Set<String> known;

	TemporaryObjects(Sql sql) {
		this.sql = sql;
	}

	/** There may be others by now. */
	void forget() {
		this.known = null;
	}

	boolean hasTable(String name) throws SQLException {
		return objects().contains("table " + Names.fold(name));
	}

	boolean hasTriggers() throws SQLException {
		return objects().stream().anyMatch((object) -> object.startsWith("trigger "));
	}

	private Set<String> objects() throws SQLException {
		Set<String> objects = this.known;
		if (objects == null) {
			objects = this.sql.texts(OBJECTS).stream().map(Names::fold).collect(Collectors.toSet());
			this.known = objects;
		}
		return objects;
	}

}
