package io.soundshare.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.SchemaState;
import io.soundshare.migrations.model.Target;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reading again and again, as a health check does.
 */
class FixedChangelogTests {

	private static final String CHANGE_SET = """
			  - changeSet:
			      id: %1$s
			      author: ann
			      changes:
			        - createTable:
			            tableName: table_%1$s
			            columns:
			              - column: { name: id, type: int }
			""";

	@TempDir
	Path folder;

	private Path changelog;

	private SQLiteDataSource dataSource;

	@BeforeEach
	void writeChangelog() throws IOException {
		this.changelog = this.folder.resolve("changelog.yaml");
		Files.writeString(this.changelog, "databaseChangeLog:\n" + CHANGE_SET.formatted("one"));
		this.dataSource = new SQLiteDataSource();
		this.dataSource.setUrl("jdbc:sqlite:" + this.folder.resolve("test.db"));
	}

	@Test
	void parsesFixedChangelogOnceForAllReads() throws IOException {
		Migrations migrations = builder().fixedChangelog().build();
		assertThat(migrations.status().pending()).hasSize(1);
		append("two");
		assertThat(migrations.status().pending()).hasSize(1);
		assertThat(builder().build().status().pending()).hasSize(2);
	}

	@Test
	void readsChangelogAnewToWriteAndAfterwards() throws IOException {
		Migrations migrations = builder().fixedChangelog().build();
		migrations.status();
		append("two");
		assertThat(migrations.upgrade(Target.HEAD, ProgressListener.SILENT).revisions()).hasSize(2);
		assertThat(migrations.status().state()).isEqualTo(SchemaState.UP_TO_DATE);
		assertThat(migrations.status().history()).hasSize(2);
	}

	@Test
	void looksAfterItHasWrittenWithoutReadingAgain() throws IOException {
		Migrations migrations = builder().fixedChangelog().build();
		migrations.upgrade(Target.HEAD, ProgressListener.SILENT);
		append("two");
		assertThat(migrations.status().state()).isEqualTo(SchemaState.UP_TO_DATE);
		assertThat(migrations.upgrade(Target.HEAD, ProgressListener.SILENT).revisions()).hasSize(1);
		assertThat(migrations.status().history()).hasSize(2).allMatch((revision) -> revision.checksum() != null);
		migrations.downgrade(Target.back(1), ProgressListener.SILENT);
		assertThat(migrations.status().pending()).hasSize(1);
	}

	@Test
	void seesHistoryOfOthersThoughChangelogIsFixed() throws IOException {
		Migrations migrations = builder().fixedChangelog().build();
		assertThat(migrations.status().state()).isEqualTo(SchemaState.PENDING);
		builder().build().upgrade(Target.HEAD, ProgressListener.SILENT);
		assertThat(migrations.status().state()).isEqualTo(SchemaState.UP_TO_DATE);
	}

	@Test
	void readsInSilence() throws IOException {
		List<String> messages = new ArrayList<>();
		Handler handler = new Handler() {

			@Override
			public void publish(LogRecord logged) {
				if (logged.getLevel().intValue() >= Level.INFO.intValue()) {
					messages.add(logged.getMessage());
				}
			}

			@Override
			public void flush() {
			}

			@Override
			public void close() {
			}

		};
		Logger logger = Logger.getLogger("liquibase");
		logger.addHandler(handler);
		try {
			builder().build().status();
			assertThat(messages).isEmpty();
			builder().build().upgrade(Target.HEAD, ProgressListener.SILENT);
			assertThat(messages).isNotEmpty();
		}
		finally {
			logger.removeHandler(handler);
		}
	}

	@Test
	void findsChangelogOnClassPathWithOrWithoutPrefix() {
		assertThat(Migrations.builder(this.dataSource, "classpath:/stock/xml/master.xml").build().status().head())
			.isEqualTo(Migrations.builder(this.dataSource, "stock/xml/master.xml").build().status().head());
	}

	private void append(String id) throws IOException {
		Files.writeString(this.changelog, Files.readString(this.changelog) + CHANGE_SET.formatted(id));
	}

	private MigrationsBuilder builder() throws IOException {
		return Migrations.builder(this.dataSource, "changelog.yaml")
			.resources(new DirectoryResourceAccessor(this.folder));
	}

}
