package io.soundshare.migrations.test;

import java.nio.file.Path;
import java.time.Duration;

import javax.sql.DataSource;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two hundred revisions. How long that takes is printed.
 */
class ManyRevisionsTests {

	private static final int REVISIONS = Integer.getInteger("test.revisions", 200);

	/** Each takes about a second where the machine has other things to do, too. */
	private static final int POSTGRES = Integer.getInteger("test.revisions.postgres", 20);

	@TempDir
	Path directory;

	@Test
	@Tag("slow")
	void passOnSqlite() {
		passes(REVISIONS, "SQLite", Servers.sqlite(this.directory));
	}

	@Test
	@Tag("server")
	void passOnPostgres() {
		passes(Math.min(REVISIONS, POSTGRES), "PostgreSQL", Servers.postgres().getPostgresDatabase());
	}

	private void passes(int revisions, String product, DataSource dataSource) {
		Sample sample = Sample.clean();
		for (int i = 13; i <= revisions; i++) {
			String table = "more_" + (i - i % 4);
			String change = (i % 4 == 0 || i == 13) ? "{createTable: {tableName: more_" + ((i == 13) ? 12 : i)
					+ ", columns: [{column: {name: id, type: bigint, autoIncrement: true, constraints: {primaryKey: true, nullable: false}}}, {column: {name: word, type: varchar(40)}}]}}"
					: "{addColumn: {tableName: " + table + ", columns: [{column: {name: c" + i + ", type: int}}]}}";
			sample.files.put("versions/%03d_more.yaml".formatted(i).replace("/0", "/z"),
					"databaseChangeLog:\n- changeSet: {id: r" + i + ", author: nina, changes: [" + change + "]}\n");
		}
		long start = System.nanoTime();
		Outcome outcome = Outcome.of(sample.in(this.directory, dataSource));
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		System.out.println(revisions + " revisions on " + product + ": " + took.toMillis() + " ms");
		assertThat(outcome.failed()).isEmpty();
		assertThat(outcome.passed()).isGreaterThan(2 * revisions);
	}

}
