package io.soundshare.migrations;

import java.nio.file.Path;
import java.util.List;

import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The frame of what must hold on every database: a fresh one and an empty folder for each
 * test, and every connection given back as it was.
 */
public abstract class DatabaseContract {

	static final String ROOT = "db/changelog.sql";

	@TempDir
	Path folder;

	TestDatabase database;

	TestChangelog changelog;

	WatchedDataSource dataSource;

	abstract TestDatabase open(Path folder);

	@BeforeEach
	void openDatabase() {
		use(open(this.folder));
		this.changelog = new TestChangelog(this.folder.resolve("changelog"));
		this.changelog.sql(ROOT);
	}

	@AfterEach
	void givesConnectionsBack() {
		assertThat(this.dataSource.open()).as("open connections").isZero();
		assertThat(this.dataSource.spoiled()).as("connections given back in a transaction").isZero();
	}

	void use(TestDatabase database) {
		this.database = database;
		this.dataSource = new WatchedDataSource(database.dataSource());
	}

	MigrationsBuilder builder(String root) {
		return Migrations.builder(this.dataSource, root).resources(this.changelog.resources());
	}

	Migrations migrations() {
		return builder(ROOT).build();
	}

	/** Do the same, where nothing is recorded that undoes them. */
	Migrations unrecorded(String... changeSets) {
		if (changeSets.length != 0) {
			this.changelog.sql(ROOT, changeSets);
		}
		return builder(ROOT).recordUndo(false).build();
	}

	/** Write change sets into the root changelog. */
	Migrations migrations(String... changeSets) {
		this.changelog.sql(ROOT, changeSets);
		return migrations();
	}

	/** Tables one to five, each a revision that can be undone. */
	Migrations fiveTables() {
		return migrations(TestChangelog.table("one"), TestChangelog.table("two"), TestChangelog.table("three"),
				TestChangelog.table("four"), TestChangelog.table("five"));
	}

	public static Result upgrade(Migrations migrations, String target) {
		return migrations.upgrade(Target.parse(target), ProgressListener.SILENT);
	}

	public static Result downgrade(Migrations migrations, String target) {
		return migrations.downgrade(Target.parse(target), ProgressListener.SILENT);
	}

	static Result stamp(Migrations migrations, String target) {
		return migrations.stamp(Target.parse(target), ProgressListener.SILENT);
	}

	public static List<String> names(Result result) {
		return names(result.revisions());
	}

	public static List<String> names(List<Revision> revisions) {
		return revisions.stream().map(Revision::name).toList();
	}

}
