package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.soundshare.migrations.engine.recording.Recorder;
import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.RecordingPolicy;
import io.soundshare.migrations.engine.recording.UndoDialect;
import org.jspecify.annotations.Nullable;

/**
 * SQLite's part of undoing change sets.
 */
public final class SqliteUndo implements UndoDialect {

	private boolean foreignKeys;

	private boolean legacy;

	private ForeignKeyViolations violations = ForeignKeyViolations.NONE;

	@Override
	public Recorder recorder(Connection connection, RecordingPolicy policy) {
		return new SqliteRecorder(connection, policy);
	}

	@Override
	public Map<String, String> objects(Connection connection, RecordingPolicy policy) throws SQLException {
		return new SchemaReader(new Sql(connection), policy).read()
			.objects((object) -> !object.isStatistics())
			.stream()
			.collect(Collectors.toMap(SchemaObject::label, SchemaObject::sql));
	}

	/**
	 * Foreign keys are not enforced while it is undone: SQLite would delete the rows of a
	 * table before it is dropped. Nor are the texts of other objects changed with a table
	 * that is renamed.
	 */
	@Override
	public void prepare(Connection connection) throws SQLException {
		Sql sql = new Sql(connection);
		this.foreignKeys = sql.number("PRAGMA foreign_keys") == 1;
		this.legacy = sql.number("PRAGMA legacy_alter_table") == 1;
		this.violations = (this.foreignKeys) ? ForeignKeyViolations.read(sql) : ForeignKeyViolations.NONE;
		set(connection, "PRAGMA foreign_keys = OFF");
		set(connection, "PRAGMA legacy_alter_table = ON");
	}

	/**
	 * Where nobody has enforced foreign keys, rows that violate them are as they were.
	 */
	@Override
	public void verify(Connection connection) throws SQLException {
		if (this.foreignKeys) {
			this.violations.refuseMore(ForeignKeyViolations.read(new Sql(connection)));
		}
	}

	@Override
	public void finish(Connection connection) throws SQLException {
		if (this.foreignKeys) {
			set(connection, "PRAGMA foreign_keys = ON");
		}
		if (!this.legacy) {
			set(connection, "PRAGMA legacy_alter_table = OFF");
		}
	}

	@Override
	public List<String> opening() {
		return List.of("PRAGMA foreign_keys = OFF", "PRAGMA legacy_alter_table = ON");
	}

	@Override
	public List<String> closing() {
		return List.of("PRAGMA legacy_alter_table = OFF");
	}

	/** In a transaction foreign keys would stay as they are. */
	private static void set(Connection connection, String pragma) throws SQLException {
		boolean automatic = connection.getAutoCommit();
		if (!automatic) {
			// A full disk has ended the transaction, and the driver begins one with this.
			new Sql(connection).number("SELECT 1");
			connection.rollback();
			connection.setAutoCommit(true);
		}
		try {
			new Sql(connection).run(pragma);
		}
		finally {
			if (!automatic) {
				connection.setAutoCommit(false);
			}
		}
	}

	@Override
	public boolean isTable(Connection connection, String name) throws SQLException {
		try (PreparedStatement query = connection
			.prepareStatement("SELECT 1 FROM main.sqlite_master WHERE type = 'table' AND name = ? COLLATE NOCASE")) {
			query.setString(1, name);
			try (ResultSet rows = query.executeQuery()) {
				return rows.next();
			}
		}
	}

	@Override
	public List<String> broken(Map<String, String> now, Map<String, String> then) throws SQLException {
		List<String> common = now.keySet()
			.stream()
			.filter((label) -> !label.startsWith("table ") && String.valueOf(now.get(label)).equals(then.get(label)))
			.sorted()
			.toList();
		List<String> changed = Stream.concat(now.keySet().stream(), then.keySet().stream())
			.filter((label) -> !Objects.equals(now.get(label), then.get(label)))
			.map((label) -> Names.fold(Bystanders.name(label)))
			.toList();
		// What breaks others names something that changes.
		if (common.stream()
			.map((label) -> Names.fold(String.valueOf(now.get(label))))
			.noneMatch((text) -> changed.stream().anyMatch(text::contains))) {
			return List.of();
		}
		List<String> broken = new ArrayList<>();
		try (DrySchema present = new DrySchema(now); DrySchema next = new DrySchema(then)) {
			for (String label : common) {
				String text = String.valueOf(then.get(label));
				boolean stays = label.startsWith("view ") || next.has(Bystanders.owner(text));
				if (stays && !next.works(label, text) && present.works(label, text)) {
					broken.add(label);
				}
			}
		}
		return broken;
	}

	@Override
	public Restoration putAside(Connection connection, RecordingPolicy policy, Recording recording)
			throws SQLException {
		Bystanders bystanders = new Bystanders(connection, objects(connection, policy), recording);
		bystanders.putAside();
		return bystanders::putBack;
	}

	@Override
	public @Nullable String found(Recording.Entry entry, Recording.Kept kept, String source) {
		return KeptTable.found(entry.sql(), kept, source);
	}

	@Override
	public boolean isOverwriting(Recording.Entry entry) {
		return !entry.sql().contains(KeptTable.LEFT);
	}

	@Override
	public String quoted(String name) {
		return Names.quote(name);
	}

}
