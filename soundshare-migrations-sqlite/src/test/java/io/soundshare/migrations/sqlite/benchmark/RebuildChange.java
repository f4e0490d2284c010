package io.soundshare.migrations.sqlite.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * A change that SQLite has no ALTER TABLE for: as a Liquibase change, and as the twelve
 * steps of <a href="https://www.sqlite.org/lang_altertable.html#otheralter">SQLite's
 * manual</a>, written by hand.
 */
enum RebuildChange {

	/** Every listen refers to its song. */
	FOREIGN_KEY("VARCHAR(20)", "CONSTRAINT fk_listens_song FOREIGN KEY (song_id) REFERENCES songs (id)", """
			- addForeignKeyConstraint:
			    constraintName: fk_listens_song
			    baseTableName: listens
			    baseColumnNames: song_id
			    referencedTableName: songs
			    referencedColumnNames: id
			"""),

	/** No user listens to two songs at once. */
	UNIQUE("VARCHAR(20)", "CONSTRAINT uq_listens UNIQUE (user_id, id)", """
			- addUniqueConstraint:
			    constraintName: uq_listens
			    tableName: listens
			    columnNames: user_id, id
			"""),

	/** A longer name of the device. */
	TYPE("VARCHAR(200)", "", """
			- modifyDataType:
			    tableName: listens
			    columnName: device
			    newDataType: varchar(200)
			""");

	/** A changelog with nothing to do. */
	static final String EMPTY = changelog("- empty: {}");

	static final List<String> INDEXES = List.of(
			"CREATE INDEX ix_listens_song_id_listened_at ON listens (song_id, listened_at)",
			"CREATE INDEX ix_listens_user_id ON listens (user_id)",
			"CREATE INDEX ix_listens_session ON listens (session)");

	private final String deviceType;

	private final String constraint;

	private final String yaml;

	RebuildChange(String deviceType, String constraint, String yaml) {
		this.deviceType = deviceType;
		this.constraint = constraint;
		this.yaml = yaml;
	}

	/** The table as it is before each of the changes. */
	static String table() {
		return table("listens", "VARCHAR(20)", "");
	}

	private static String table(String name, String deviceType, String constraint) {
		return "CREATE TABLE " + name + " (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, song_id INTEGER NOT NULL,"
				+ " user_id INTEGER CONSTRAINT fk_listens_user REFERENCES users (id) ON DELETE SET NULL,"
				+ " listened_at TIMESTAMP NOT NULL, seconds INTEGER NOT NULL CHECK (seconds >= 0),"
				+ " country CHAR(2) NOT NULL DEFAULT 'FO', device " + deviceType + ", session VARCHAR(32) NOT NULL"
				+ ((constraint.isEmpty()) ? "" : ", " + constraint) + ")";
	}

	String changelog() {
		return changelog(this.yaml);
	}

	private static String changelog(String changes) {
		return """
				databaseChangeLog:
				  - changeSet:
				      id: %d
				      author: benchmark
				      changes:
				%s""".formatted(changes.length(), changes.indent(8));
	}

	/** With the numbers of the manual's steps. */
	List<String> script() {
		List<String> script = new ArrayList<>();
		script.add("PRAGMA foreign_keys = OFF"); // 1
		script.add("BEGIN"); // 2
		script.add(table("new_listens", this.deviceType, this.constraint)); // 4
		script.add("INSERT INTO new_listens SELECT * FROM listens"); // 5
		script.add("DROP TABLE listens"); // 6
		script.add("ALTER TABLE new_listens RENAME TO listens"); // 7
		script.addAll(INDEXES); // 8
		script.add("PRAGMA foreign_key_check"); // 10
		script.add("COMMIT"); // 11
		script.add("PRAGMA foreign_keys = ON"); // 12
		return script;
	}

}
