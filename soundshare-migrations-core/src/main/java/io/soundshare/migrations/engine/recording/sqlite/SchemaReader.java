package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.soundshare.migrations.engine.recording.RecordingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Reads the schema, and keeps it until SQLite says that it has changed.
 */
final class SchemaReader {

	private static final String OBJECTS = "SELECT type, name, tbl_name, sql FROM main.sqlite_master"
			+ " WHERE sql IS NOT NULL AND (name NOT LIKE 'sqlite\\_%' ESCAPE '\\' OR name LIKE 'sqlite\\_stat%' ESCAPE '\\')"
			+ " ORDER BY rowid";

	private static final String SHADOWS = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'";

	private final Sql sql;

	private final RecordingPolicy policy;

	private @Nullable Schema last;

	SchemaReader(Sql sql, RecordingPolicy policy) {
		this.sql = sql;
		this.policy = policy;
	}

	Schema read() throws SQLException {
		long version = this.sql.number("PRAGMA main.schema_version");
		Schema known = this.last;
		if (known == null || known.version() != version) {
			known = new Schema(version, objects());
			this.last = known;
		}
		return known;
	}

	/** After a rollback another schema may have the number of one that is known. */
	void forget() {
		this.last = null;
	}

	/** What was read of its text need not be read again. */
	private SchemaObject known(SchemaObject object) {
		SchemaObject before = (this.last != null) ? this.last.find(object.type(), object.name()) : null;
		return (before != null && object.isLike(before)) ? before : object;
	}

	private List<SchemaObject> objects() throws SQLException {
		List<SchemaObject> objects = this.sql
			.query(OBJECTS,
					(row) -> new SchemaObject(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
			.stream()
			.map(this::known)
			.filter((object) -> !this.policy.isOwn(object.table()) && !this.policy.isOwn(object.name()))
			.toList();
		if (objects.stream().noneMatch(SchemaObject::isVirtual)) {
			return objects;
		}
		Set<String> shadows = this.sql.texts(SHADOWS).stream().map(Names::fold).collect(Collectors.toSet());
		return objects.stream().filter((object) -> !shadows.contains(Names.fold(object.table()))).toList();
	}

}
