package io.soundshare.migrations.test;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.autogenerate.entity.EntityModel;
import io.soundshare.migrations.file.LockFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;

/**
 * The tests of one changelog, and what they are told of it. The database at hand is only
 * asked how to connect: all tests run on databases that are made for them, beside it
 * (PostgreSQL) or in a temporary folder (SQLite).
 * <p>
 * Revisions are named by their ids, or by a beginning that no other id has.
 */
public final class MigrationSuite {

	final Migrations migrations;

	final Hooks hooks = new Hooks();

	@Nullable EntityModel entities;

	List<String> excluded = List.of();

	Path lockFile = Path.of(LockFile.NAME);

	private MigrationSuite(Migrations migrations) {
		this.migrations = migrations;
	}

	/**
	 * Test the migrations of an application.
	 * @param migrations the changelog with its settings, and a database of its product
	 * @return the suite
	 */
	public static MigrationSuite of(Migrations migrations) {
		return new MigrationSuite(migrations);
	}

	/**
	 * Test a changelog.
	 * @param dataSource leads to a database of the product
	 * @param changelog the path of the root changelog, on the class path
	 * @return the suite
	 */
	public static MigrationSuite of(DataSource dataSource, String changelog) {
		return of(Migrations.builder(dataSource, changelog).fixedChangelog().build());
	}

	/**
	 * Compare the changelog with entities.
	 * @param entities the entities, such as {@link MappedClasses}
	 * @param excluded patterns of the tables that belong to no entity
	 * @return this suite
	 */
	public MigrationSuite entities(EntityModel entities, String... excluded) {
		this.entities = entities;
		this.excluded = List.of(excluded);
		return this;
	}

	/**
	 * Do something once a revision is applied, such as inserting rows: all later
	 * revisions are tested with what it leaves behind.
	 * @param revision the revision
	 * @param work what to do
	 * @return this suite
	 */
	public MigrationSuite atRevision(String revision, DatabaseWork work) {
		Hooks.add(this.hooks.at, revision, work);
		return this;
	}

	/**
	 * Insert rows once a revision is applied: all later revisions are tested with them.
	 * @param revision the revision
	 * @param rows the rows
	 * @return this suite
	 */
	public MigrationSuite atRevision(String revision, Row... rows) {
		return atRevision(revision, inserting(rows));
	}

	/**
	 * Do something before a revision is tested, and for that revision only.
	 * @param revision the revision
	 * @param work what to do
	 * @return this suite
	 */
	public MigrationSuite beforeRevision(String revision, DatabaseWork work) {
		Hooks.add(this.hooks.before, revision, work);
		return this;
	}

	/**
	 * Insert rows before a revision is tested, and for that revision only.
	 * @param revision the revision
	 * @param rows the rows
	 * @return this suite
	 */
	public MigrationSuite beforeRevision(String revision, Row... rows) {
		return beforeRevision(revision, inserting(rows));
	}

	private static DatabaseWork inserting(Row... rows) {
		List<Row> all = List.of(rows);
		return (connection) -> {
			for (Row row : all) {
				row.insert(connection);
			}
		};
	}

	/**
	 * Look at the database when a revision was undone. What it throws fails the test.
	 * @param revision the revision
	 * @param work what to look at
	 * @return this suite
	 */
	public MigrationSuite afterDowngrade(String revision, DatabaseWork work) {
		Hooks.add(this.hooks.afterDowngrade, revision, work);
		return this;
	}

	/**
	 * Say from where on nobody goes back any more: revisions before that one, and it
	 * itself, are applied only.
	 * @param revision the revision
	 * @return this suite
	 */
	public MigrationSuite minimumDowngrade(String revision) {
		this.hooks.minimumDowngrade = revision;
		return this;
	}

	/**
	 * Say that a revision has no way back.
	 * @param revision the revision
	 * @param reason why, which JUnit reports
	 * @return this suite
	 */
	public MigrationSuite irreversible(String revision, String reason) {
		this.hooks.irreversible.put(revision, reason);
		return this;
	}

	/**
	 * Say that a revision changes rows so that its way back does not bring them back.
	 * @param revision the revision
	 * @param reason why that is right
	 * @return this suite
	 */
	public MigrationSuite loses(String revision, String reason) {
		this.hooks.loses.put(revision, reason);
		return this;
	}

	/**
	 * Leave a revision out of the tests of single revisions.
	 * @param revision the revision
	 * @param reason why, which JUnit reports
	 * @return this suite
	 */
	public MigrationSuite skip(String revision, String reason) {
		this.hooks.skipped.put(revision, reason);
		return this;
	}

	/**
	 * Leave out a kind of test.
	 * @param check what is left out
	 * @param reason why, which JUnit reports
	 * @return this suite
	 */
	public MigrationSuite skip(MigrationCheck check, String reason) {
		this.hooks.skippedChecks.put(check, reason);
		return this;
	}

	/**
	 * Make up no rows of some tables, and do not compare those they have.
	 * @param tables the names of the tables
	 * @return this suite
	 */
	public MigrationSuite leaveAlone(String... tables) {
		this.hooks.leftAlone.addAll(List.of(tables));
		return this;
	}

	/**
	 * Say where the file is that {@code --migrate=lock} writes.
	 * @param file the file; by default {@value LockFile#NAME} in the working directory
	 * @return this suite
	 */
	public MigrationSuite lockFile(Path file) {
		this.lockFile = file;
		return this;
	}

	/**
	 * Make the tests, for a method with JUnit's {@code @TestFactory}. The databases are
	 * made when the first test runs, and gone when the stream is closed, which JUnit
	 * does.
	 * @return the tests
	 */
	public Stream<DynamicNode> tests() {
		return new SuiteTests(this).nodes();
	}

}
