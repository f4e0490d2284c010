package io.soundshare.migrations.test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A mistake to plant into a clean changelog.
 *
 * @param name what is wrong
 * @param check the test that has to find it
 * @param revision the revision that has to be named; nothing if it is not about one
 * @param spoil plants it
 */
record Mistake(String name, MigrationCheck check, String revision, Consumer<Sample> spoil) {

	private static final String ROLLBACK = "    rollback:";

	@Override
	public String toString() {
		return this.name;
	}

	/** Those of every product. */
	static List<Mistake> everywhere() {
		List<Mistake> all = new ArrayList<>();
		sound(all);
		upgrade(all);
		way(all);
		rows(all);
		released(all);
		return all;
	}

	/** Those that only PostgreSQL has, and some that it has too. */
	static List<Mistake> ofPostgres() {
		List<Mistake> all = new ArrayList<>();
		all.add(new Mistake("a sequence that is not advanced", MigrationCheck.ROWS, "c03",
				(sample) -> sample.replace("03",
						"SELECT setval('artists_id_seq', greatest((SELECT max(id) FROM artists), 2))",
						"SELECT setval('artists_id_seq', 1, false)")));
		all.add(new Mistake("a function that stays", MigrationCheck.UP_DOWN_UP, "e11", (sample) -> sample.replace("11",
				"    - sql: {dbms: postgresql, sql: DROP FUNCTION count_rating}\n", "")));
		List<String> shared = List.of("a default that is lost", "a type that is too short");
		everywhere().stream().filter((mistake) -> shared.contains(mistake.name())).forEach(all::add);
		return all;
	}

	private static void sound(List<Mistake> all) {
		MigrationCheck check = MigrationCheck.SOUND;
		all.add(new Mistake("undefined property", check, "",
				(sample) -> sample.replace("07", "s.title", "s.${column}")));
		all.add(new Mistake("undefined property in a value", check, "",
				(sample) -> sample.replace("03", "'Nina Simone'", "'${singer}'")));
		all.add(new Mistake("undefined property in a comment of a column", check, "",
				(sample) -> sample.replace("02", "type: timestamp", "type: timestamp, remarks: '${remark}'")));
		all.add(new Mistake("the same id in two files", check, "",
				(sample) -> sample.replace("05", "id: e05", "id: d04")));
		all.add(new Mistake("the same id twice in a file", check, "", (sample) -> sample.append("05",
				"- changeSet: {id: e05, author: otto, changes: [{tagDatabase: {tag: x}}]}\n")));
		all.add(new Mistake("a file that is not included", check, "", (sample) -> include(sample, "06", "")));
		all.add(new Mistake("files out of order", check, "", (sample) -> include(sample, "12", "07")));
		all.add(new Mistake("an absolute path", check, "",
				(sample) -> sample.replace("12", "logicalFilePath: db/", "logicalFilePath: /home/nina/db/")));
		all.add(new Mistake("a path with a prefix", check, "",
				(sample) -> sample.replace("12", "logicalFilePath: db/", "logicalFilePath: classpath:db/")));
		all.add(new Mistake("a path of another system", check, "",
				(sample) -> sample.replace("12", "logicalFilePath: db/", "logicalFilePath: db\\\\")));
	}

	/** Include the files one by one: without one, or with one at another place. */
	private static void include(Sample sample, String moved, String before) {
		StringBuilder master = new StringBuilder("databaseChangeLog:\n- property: {name: owner, value: nina}\n");
		String file = sample.file(moved);
		for (String name : sample.files.keySet()) {
			if (name.startsWith("versions/")) {
				if (!before.isEmpty() && name.startsWith("versions/" + before)) {
					master.append("- include: {file: ").append(file).append("}\n");
				}
				if (!name.equals(file)) {
					master.append("- include: {file: ").append(name).append("}\n");
				}
			}
		}
		sample.files.put("master.yaml", master.toString());
		if (before.isEmpty()) {
			sample.replace("10", "tableName: ratings", "tableName: artists");
			sample.replace("10", "columnName: remark", "columnName: name");
			sample.replace("11", "AFTER INSERT ON ratings", "AFTER INSERT ON artists");
			sample.replace("11", "NEW.song_id", "NEW.id");
			sample.replace("11", "DROP TRIGGER count_ratings ON ratings", "DROP TRIGGER count_ratings ON artists");
		}
	}

	private static void upgrade(List<Mistake> all) {
		MigrationCheck check = MigrationCheck.UPGRADE;
		all.add(new Mistake("an unknown table", check, "",
				(sample) -> sample.replace("05", "tableName: songs", "tableName: song")));
		all.add(new Mistake("a column that is not there yet", check, "",
				(sample) -> sample.replace("05", "name: title", "name: duration")));
		all.add(new Mistake("broken SQL", check, "", (sample) -> sample.replace("06", "CREATE TABLE", "CREATE TABEL")));
		all.add(new Mistake("a column under its old name", check, "",
				(sample) -> more(sample, "g13", "[{dropColumn: {tableName: songs, columnName: seconds}}]", "[]")));
		all.add(new Mistake("a table that is there already", check, "",
				(sample) -> sample.replace("12", "tableName: tags", "tableName: songs")));
		all.add(new Mistake("a seed that breaks a constraint", check, "",
				(sample) -> sample.replace("03", "'Miles Davis'", "'Nina Simone'")));
		all.add(new Mistake("a seed without a required value", check, "",
				(sample) -> sample.replace("03", "(2, 'Miles Davis', 1926)", "(2, NULL, 1926)")));
		all.add(new Mistake("an index that is there already", check, "",
				(sample) -> sample.replace("12", "ux_tags_word", "ix_songs_title")));
		all.add(new Mistake("a foreign key to nothing", check, "", (sample) -> sample.append("12",
				"- changeSet: {id: x13, author: nina, changes: [{sql: {sql: 'INSERT INTO tags (id, word, parent_id) VALUES (1, ''a'', 99)'}}]}\n")));
	}

	private static void way(List<Mistake> all) {
		MigrationCheck check = MigrationCheck.UP_DOWN_UP;
		all.add(new Mistake("no rollback of SQL", check, "f06", (sample) -> cut(sample, "06")));
		all.add(new Mistake("no rollback of a seed", check, "c03", (sample) -> cut(sample, "03")));
		all.add(new Mistake("no rollback of a type", check, "d10", (sample) -> cut(sample, "10")));
		all.add(new Mistake("no rollback of a trigger", check, "e11", (sample) -> cut(sample, "11")));
		all.add(new Mistake("a rollback that does nothing", check, "f06",
				(sample) -> sample.replace("06", "DROP TABLE ratings", "SELECT 1")));
		all.add(new Mistake("a rollback that is empty", check, "d04", (sample) -> sample.replace("04",
				"    - dropColumn: {tableName: songs, columnName: plays}", "    - empty: {}")));
		all.add(new Mistake("a rollback that drops the wrong column", check, "d04",
				(sample) -> sample.replace("04", "columnName: plays}", "columnName: seconds}")));
		all.add(new Mistake("a rollback that drops the wrong table", check, "f06",
				(sample) -> sample.replace("06", "DROP TABLE ratings", "CREATE TABLE x (id INTEGER)")));
		all.add(new Mistake("a rollback that drops too much", check, "d04", (sample) -> sample.replace("04",
				"columnName: plays}", "columnName: plays}\n    - dropColumn: {tableName: songs, columnName: cover}")));
		all.add(new Mistake("an index that stays", check, "e05", (sample) -> sample.replace("05",
				"- dropIndex: {tableName: songs, indexName: ix_songs_title}", "- empty: {}")));
		all.add(new Mistake("a rollback of another index", check, "e05",
				(sample) -> sample.replace("05", "dropIndex: {tableName: songs, indexName: ix_songs_title}",
						"dropIndex: {tableName: songs, indexName: ix_song_title}")));
		all.add(new Mistake("a view that stays", check, "a07",
				(sample) -> sample.replace("07", "- dropView: {viewName: song_list}", "- empty: {}")));
		all.add(new Mistake("a rollback that makes another view", check, "a07",
				(sample) -> sample.replace("07", "- dropView: {viewName: song_list}",
						"- createView: {viewName: songs_list, selectQuery: SELECT title FROM songs}")));
		all.add(new Mistake("a rollback to a shorter type", check, "d10",
				(sample) -> sample.replace("10", "newDataType: varchar(50)", "newDataType: varchar(40)")));
		all.add(new Mistake("a rollback to another type", check, "d10",
				(sample) -> sample.replace("10", "newDataType: varchar(50)", "newDataType: clob")));
		all.add(new Mistake("a column that is not renamed back", check, "c09",
				(sample) -> sample.replace("09", "newColumnName: seconds", "newColumnName: second")));
		all.add(new Mistake("a trigger that stays", check, "e11", (sample) -> {
			sample.replace("11", "- sql: {dbms: sqlite, sql: DROP TRIGGER count_ratings}", "- empty: {}");
			sample.replace("11", "    - sql: {dbms: postgresql, sql: DROP TRIGGER count_ratings ON ratings}\n", "");
			sample.replace("11", "    - sql: {dbms: postgresql, sql: DROP FUNCTION count_rating}\n", "");
		}));
		all.add(new Mistake("a column that stays", check, "e11",
				(sample) -> sample.replace("11", "    - dropColumn: {tableName: songs, columnName: rated}\n", "")));
		all.add(new Mistake("a default that is lost", check, "g13", (sample) -> more(sample, "g13",
				"[{dropDefaultValue: {tableName: tags, columnName: word, columnDataType: varchar(40)}}]", "[]")));
		all.add(new Mistake("a default that comes back as another", check, "g13", (sample) -> more(sample, "g13",
				"[{dropDefaultValue: {tableName: tags, columnName: word, columnDataType: varchar(40)}}]",
				"[{addDefaultValue: {tableName: tags, columnName: word, columnDataType: varchar(40), defaultValue: nothing}}]")));
		all.add(new Mistake("NOT NULL that is lost", check, "g13", (sample) -> more(sample, "g13",
				"[{dropNotNullConstraint: {tableName: tags, columnName: word, columnDataType: varchar(40)}}]", "[]")));
		all.add(new Mistake("a unique constraint that is lost", check, "g13", (sample) -> more(sample, "g13",
				"[{dropUniqueConstraint: {tableName: artists, constraintName: uq_artists_name}}]", "[]")));
		all.add(new Mistake("an index that comes back without UNIQUE", check, "g13", (sample) -> more(sample, "g13",
				"[{dropIndex: {tableName: tags, indexName: ux_tags_word}}]",
				"[{createIndex: {tableName: tags, indexName: ux_tags_word, columns: [{column: {name: word}}]}}]")));
		all.add(new Mistake("a foreign key that is lost", check, "g13", (sample) -> more(sample, "g13",
				"[{dropForeignKeyConstraint: {baseTableName: tags, constraintName: fk_tags_parent}}]", "[]")));
		all.add(new Mistake("a foreign key that comes back with a cascade", check, "g13", (sample) -> more(sample,
				"g13", "[{dropForeignKeyConstraint: {baseTableName: tags, constraintName: fk_tags_parent}}]",
				"[{addForeignKeyConstraint: {baseTableName: tags, baseColumnNames: parent_id, constraintName: fk_tags_parent, referencedTableName: tags, referencedColumnNames: id, onDelete: CASCADE}}]")));
		all.add(new Mistake("a rollback in the wrong order", check, "f06", (sample) -> sample.replace("06",
				"sql: DROP TABLE ratings", "sql: DROP TABLE songs; DROP TABLE ratings")));
		all.add(new Mistake("a rollback with an error", check, "f06",
				(sample) -> sample.replace("06", "DROP TABLE ratings", "DROP TABLE rating")));
		all.add(new Mistake("what cannot be applied again", check, "g13", (sample) -> more(sample, "g13",
				"[{createTable: {tableName: x, columns: [{column: {name: id, type: int}}]}}]", "[]")));
		all.add(new Mistake("a table that is not renamed back", check, "g13",
				(sample) -> more(sample, "g13", "[{renameTable: {oldTableName: tags, newTableName: words}}]", "[]")));
	}

	/** One more change set at the end. */
	private static void more(Sample sample, String id, String changes, String rollback) {
		sample.files.put("versions/13_more.yaml",
				"databaseChangeLog:\n- logicalFilePath: db/13_more.yaml\n- changeSet:\n    id: " + id
						+ "\n    author: nina\n    changes: " + changes + "\n    rollback: "
						+ (rollback.equals("[]") ? "[{empty: {}}]" : rollback) + "\n");
	}

	private static void cut(Sample sample, String start) {
		String file = sample.file(start);
		String text = sample.files.get(file);
		sample.files.put(file, text.substring(0, text.indexOf(ROLLBACK)));
	}

	private static void rows(List<Mistake> all) {
		MigrationCheck check = MigrationCheck.ROWS;
		all.add(new Mistake("NOT NULL without a value for those that have none", check, "g13",
				(sample) -> more(sample, "g13",
						"[{addNotNullConstraint: {tableName: artists, columnName: born, columnDataType: int}}]",
						"[{dropNotNullConstraint: {tableName: artists, columnName: born, columnDataType: int}}]")));
		all.add(new Mistake("a new column that is required and not filled", check, "g13", (sample) -> more(sample,
				"g13",
				"[{addColumn: {tableName: songs, columns: [{column: {name: lyrics, type: varchar(100)}}]}}, {addNotNullConstraint: {tableName: songs, columnName: lyrics, columnDataType: varchar(100)}}]",
				"[{dropColumn: {tableName: songs, columnName: lyrics}}]")));
		all.add(new Mistake("a column that is filled in part", check, "b08",
				(sample) -> sample.replace("08", "SET display = name", "SET display = name WHERE id < 3")));
		all.add(new Mistake("a unique constraint on what is not unique", check, "g13",
				(sample) -> more(sample, "g13",
						"[{addUniqueConstraint: {tableName: songs, columnNames: artist_id, constraintName: uq_x}}]",
						"[{dropUniqueConstraint: {tableName: songs, constraintName: uq_x}}]")));
		all.add(new Mistake("a unique index on what is not unique", check, "g13", (sample) -> more(sample, "g13",
				"[{createIndex: {tableName: ratings, indexName: ux_x, unique: true, columns: [{column: {name: kind}}]}}]",
				"[{dropIndex: {tableName: ratings, indexName: ux_x}}]")));
		all.add(new Mistake("a rollback that deletes too much", check, "c03",
				(sample) -> sample.replace("03", "DELETE FROM artists WHERE id IN (1, 2)",
						"DELETE FROM artists WHERE id NOT IN (SELECT artist_id FROM songs)")));
		all.add(new Mistake("rows that are deleted for good", check, "g13",
				(sample) -> more(sample, "g13", "[{delete: {tableName: ratings, where: 'stars < 6'}}]", "[]")));
		all.add(new Mistake("a column that comes back empty", check, "g13",
				(sample) -> more(sample, "g13", "[{dropColumn: {tableName: songs, columnName: cover}}]",
						"[{addColumn: {tableName: songs, columns: [{column: {name: cover, type: blob}}]}}]")));
		all.add(new Mistake("a table that comes back empty", check, "g13", (sample) -> {
			more(sample, "g13", "[{dropTable: {tableName: ratings}}]", "[{sql: {sql: 'SELECT 1'}}]");
			String create = sample.files.get(sample.file("06"));
			String sql = create.substring(create.indexOf("CREATE TABLE"), create.indexOf("    rollback"))
				.replaceAll("\\s+", " ")
				.replace("'", "''")
				.strip();
			sample.files.put("versions/11_count_ratings.yaml",
					sample.files.get("versions/05_add_indexes.yaml")
						.replace("05_add_indexes", "11_count_ratings")
						.replace("e05", "e11")
						.replace("ix_songs_title", "ix_songs_seconds"));
			sample.files.put("versions/10_lengthen_remark.yaml",
					sample.files.get("versions/05_add_indexes.yaml")
						.replace("05_add_indexes", "10_lengthen_remark")
						.replace("e05", "d10")
						.replace("ix_songs_title", "ix_songs_other"));
			sample.replace("13", "SELECT 1", sql);
		}));
		all.add(new Mistake("values that are overwritten", check, "g13",
				(sample) -> more(sample, "g13", "[{sql: {sql: 'UPDATE songs SET title = upper(title)'}}]", "[]")));
		all.add(new Mistake("values that a rollback overwrites", check, "b08", (sample) -> sample.replace("08",
				"    - dropColumn", "    - sql: {sql: 'UPDATE artists SET born = 0'}\n    - dropColumn")));
		all.add(new Mistake("nothing that becomes something", check, "g13", (sample) -> more(sample, "g13",
				"[{sql: {sql: \"UPDATE songs SET duration = 0 WHERE duration IS NULL\"}}]", "[]")));
		all.add(new Mistake("something that becomes nothing", check, "g13", (sample) -> more(sample, "g13",
				"[{sql: {sql: \"UPDATE songs SET title = 'x' WHERE title = ''\"}}]", "[]")));
		all.add(new Mistake("a type that is too short", check, "g13", (sample) -> more(sample, "g13",
				"[{sql: {dbms: sqlite, sql: 'UPDATE artists SET display = substr(display, 1, 50)'}}, {sql: {dbms: postgresql, sql: 'ALTER TABLE artists ALTER display TYPE varchar(50)'}}]",
				"[{sql: {dbms: sqlite, sql: SELECT 1}}, {sql: {dbms: postgresql, sql: 'ALTER TABLE artists ALTER display TYPE varchar(100)'}}]")));
		all.add(new Mistake("a number that is rounded", check, "g13",
				(sample) -> more(sample, "g13", "[{sql: {sql: 'UPDATE artists SET rating = round(rating)'}}]", "[]")));
		all.add(new Mistake("rows that are put in and stay", check, "c03",
				(sample) -> sample.replace("03", "WHERE id IN (1, 2)", "WHERE id = 1")));
		all.add(new Mistake("a seed with a key others may have", check, "c03", (sample) -> sample.replace("03",
				"VALUES (1, 'Nina Simone', 1933), (2,", "VALUES (1, 'Nina Simone', 1933), (1000003,")));
	}

	private static void released(List<Mistake> all) {
		MigrationCheck check = MigrationCheck.RELEASED;
		all.add(new Mistake("an edited type", check, "", (sample) -> {
			sample.lock();
			sample.replace("02", "varchar(200)", "varchar(250)");
		}));
		all.add(new Mistake("edited SQL", check, "", (sample) -> {
			sample.lock();
			sample.replace("06", "BETWEEN 1 AND 5", "BETWEEN 1 AND 6");
		}));
		all.add(new Mistake("an edited seed", check, "", (sample) -> {
			sample.lock();
			sample.replace("03", "1933", "1934");
		}));
		all.add(new Mistake("another id", check, "", (sample) -> {
			sample.lock();
			sample.replace("12", "id: f12", "id: f13");
		}));
		all.add(new Mistake("another author", check, "", (sample) -> {
			sample.lock();
			sample.replace("12", "author: nina", "author: otto");
		}));
		all.add(new Mistake("another path", check, "", (sample) -> {
			sample.lock();
			sample.replace("12", "logicalFilePath: db/", "logicalFilePath: database/");
		}));
		all.add(new Mistake("a revision that is gone", check, "", (sample) -> {
			sample.lock();
			sample.files.remove(sample.file("12"));
		}));
		all.add(new Mistake("a revision sorted in", check, "", (sample) -> {
			sample.lock();
			more(sample, "g13", "[{createTable: {tableName: x, columns: [{column: {name: id, type: int}}]}}]", "[]");
			sample.files.put("versions/04a_more.yaml", sample.files.remove("versions/13_more.yaml"));
		}));
		all.add(new Mistake("revisions that changed places", check, "", (sample) -> {
			sample.lock();
			sample.files.put("versions/04b.yaml", sample.files.remove("versions/12_create_tags.yaml"));
		}));
	}

}
