package io.soundshare.demo;

import io.soundshare.migrations.SqliteCrashTests;
import io.soundshare.migrations.TestChangelog;
import org.junit.jupiter.api.Tag;

/**
 * The same with all of the starter: change sets that rebuild tables, for which foreign
 * keys are switched off outside the transaction.
 */
@Tag("process")
class RebuildCrashTests extends SqliteCrashTests {

	static final String CHANGELOG = """
			databaseChangeLog:
			  - changeSet:
			      id: one
			      author: anna
			      changes:
			        - createTable:
			            tableName: songs
			            columns:
			              - column: {name: id, type: int, constraints: {primaryKey: true, nullable: false}}
			              - column: {name: title, type: varchar(100)}
			              - column: {name: plays, type: int}
			        - createTable:
			            tableName: likes
			            columns:
			              - column: {name: song_id, type: int, constraints: {nullable: false}}
			        - addForeignKeyConstraint:
			            constraintName: fk_likes_song
			            baseTableName: likes
			            baseColumnNames: song_id
			            referencedTableName: songs
			            referencedColumnNames: id
			            onDelete: CASCADE
			        - insert: {tableName: songs, columns: [{column: {name: id, value: 1}}, {column: {name: title, value: Blue}}]}
			        - insert: {tableName: songs, columns: [{column: {name: id, value: 2}}, {column: {name: title, value: Red}}]}
			        - insert: {tableName: likes, columns: [{column: {name: song_id, value: 2}}]}
			      rollback:
			        - dropTable: {tableName: likes}
			        - dropTable: {tableName: songs}
			  - changeSet:
			      id: two
			      author: anna
			      changes:
			        - addUniqueConstraint: {tableName: songs, columnNames: title, constraintName: uk_songs_title}
			        - addDefaultValue: {tableName: songs, columnName: plays, defaultValueNumeric: 7}
			  - changeSet:
			      id: three
			      author: ben
			      changes:
			        - modifyDataType: {tableName: songs, columnName: title, newDataType: clob}
			        - insert: {tableName: songs, columns: [{column: {name: id, value: 3}}, {column: {name: title, value: Green}}]}
			      rollback:
			        - delete: {tableName: songs, where: id = 3}
			        - modifyDataType: {tableName: songs, columnName: title, newDataType: varchar(100)}
			""";

	@Override
	protected TestChangelog write(TestChangelog changelog) {
		return changelog.file(root(), CHANGELOG);
	}

	@Override
	protected String root() {
		return "changelog.yaml";
	}

}
