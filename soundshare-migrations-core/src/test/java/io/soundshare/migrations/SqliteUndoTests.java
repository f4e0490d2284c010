package io.soundshare.migrations;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SqliteUndoTests extends UndoContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

	@Test
	void keepsRowsInColumnsThatHaveATypeForThoseWhoReadTheSchema() {
		Migrations migrations = migrations("""
				--changeset anna:one
				CREATE TABLE songs (id INT PRIMARY KEY, length);
				INSERT INTO songs VALUES (1, 'long');
				--changeset anna:two
				ALTER TABLE songs DROP COLUMN length;
				--changeset anna:three
				DROP TABLE songs;
				""");
		upgrade(migrations, "head");
		assertThat(migrations.status().kept()).hasSize(2)
			.allSatisfy((kept) -> assertThat(
					this.database.rows("SELECT type FROM pragma_table_info('" + kept.table() + "')"))
				.isNotEmpty()
				.doesNotContain(""));
		downgrade(migrations, "one");
		assertThat(this.database.rows("SELECT id, length, typeof(length) FROM songs")).containsExactly("1|long|text");
	}

}
