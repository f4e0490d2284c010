package com.example.songs;

import java.util.stream.Stream;

import io.soundshare.migrations.test.MigratedSchema;
import io.soundshare.migrations.test.MigrationSuite;
import io.soundshare.migrations.test.Row;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.sqlite.SQLiteDataSource;

import static io.soundshare.migrations.test.SchemaAssert.assertThat;

class SchemaTests {

	@TestFactory
	Stream<DynamicNode> migrations() {
		SQLiteDataSource dataSource = new SQLiteDataSource();
		dataSource.setUrl("jdbc:sqlite:target/songs.db");
		return MigrationSuite.of(dataSource, "db/changelog.yaml")
			.atRevision("create-songs", Row.in("songs").with("title", "Blue"))
			.afterDowngrade("add-plays",
					(connection) -> assertThat(MigratedSchema.of(connection)).hasTable("songs").hasNoColumn("plays"))
			.tests();
	}

}
