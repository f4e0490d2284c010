package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.soundshare.migrations.engine.recording.RecordingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Reads the schema, and keeps it until SQLite says that it has changed.
 */
final class SchemaReader {

	private static final String OBJECTS = "SELECT rowid, type, name, tbl_name, sql FROM main.sqlite_master"
			+ " WHERE sql IS NOT NULL AND (name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
			+ " OR name LIKE 'sqlite\\_stat%' ESCAPE '\\')";

	private static final String SHADOWS = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'";

	private final Sql sql;

	private final RecordingPolicy policy;

	private @Nullable Schema last;

	SchemaReader(Sql sql, RecordingPolicy policy) {
		this.sql = sql;
		this.policy = policy;
	}

	Schema read() throws SQLException {
		long version = version();
		Schema known = this.last;
		if (known == null || known.version() != version) {
			known = new Schema(version, objects(OBJECTS));
			this.last = known;
		}
		return known;
	}

	/**
	 * Read what statements have made of the schema.
	 * @param before the schema before them
	 * @param names the tables and other objects that they were about
	 */
	Schema readAfter(Schema before, Set<String> names) throws SQLException {
		String list = names.stream().map(Names::literal).collect(Collectors.joining(", "));
		List<SchemaObject> objects = objects(
				OBJECTS + " AND (name COLLATE NOCASE IN (" + list + ") OR tbl_name COLLATE NOCASE IN (" + list + "))");
		List<SchemaObject> all = new ArrayList<>(before.objects());
		all.removeIf(
				(object) -> names.contains(Names.fold(object.name())) || names.contains(Names.fold(object.table())));
		all.addAll(objects);
		all.sort(Comparator.comparingLong(SchemaObject::place));
		Schema after = new Schema(version(), all);
		this.last = after;
		return after;
	}

	/** Kept tables were made, which are in no schema that is read here. */
	Schema confirm(Schema known) throws SQLException {
		Schema confirmed = new Schema(version(), known.objects());
		this.last = confirmed;
		return confirmed;
	}

	/** After a rollback another schema may have the number of one that is known. */
	void forget() {
		this.last = null;
	}

	private long version() throws SQLException {
		return this.sql.number("PRAGMA main.schema_version");
	}

	/** What was read of its text need not be read again. */
	private SchemaObject known(SchemaObject object) {
		SchemaObject before = (this.last != null) ? this.last.find(object) : null;
		return (before != null && before.place() == object.place() && object.isLike(before)) ? before : object;
	}

	private List<SchemaObject> objects(String query) throws SQLException {
		List<SchemaObject> objects = this.sql
			.query(query + " ORDER BY rowid",
					(row) -> new SchemaObject(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
							row.getString(5)))
			.stream()
			.filter((object) -> !this.policy.isOwn(object.table()) && !this.policy.isOwn(object.name()))
			.map(this::known)
			.toList();
		if (objects.stream().noneMatch(SchemaObject::isVirtual)) {
			return objects;
		}
		Set<String> shadows = this.sql.texts(SHADOWS).stream().map(Names::fold).collect(Collectors.toSet());
		return objects.stream().filter((object) -> !shadows.contains(object.owner())).toList();
	}

}
