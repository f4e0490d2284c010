package io.soundshare.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A bad deployment, and the way back: two jars, of which the second has more revisions.
 */
@Tag("process")
class PreviousJarTests {

	private static final Path JAR = Path.of(System.getProperty("demo.jar", "target/demo-app.jar")).toAbsolutePath();

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final String VERSIONS = "BOOT-INF/classes/db/changelog/versions/";

	private static final Map<String, String> REVISIONS = Map.of("20990101000000_a_rebuild.yaml", """
			databaseChangeLog:
			  - changeSet:
			      id: a-rebuild
			      author: nils
			      changes:
			        - modifyDataType: {tableName: users, columnName: display_name, newDataType: varchar(120)}
			""", "20990102000000_b_column.sql", """
			--liquibase formatted sql
			--changeset nils:b-column
			ALTER TABLE albums DROP COLUMN release_year;
			""", "20990103000000_c_update.sql", """
			--liquibase formatted sql
			--changeset nils:c-update
			UPDATE users SET display_name = upper(display_name);
			DELETE FROM likes;
			""", "20990104000000_d_view.sql", """
			--liquibase formatted sql
			--changeset nils:d-view
			DROP VIEW song_charts;
			CREATE VIEW song_charts AS SELECT id AS song_id FROM songs;
			""");

	@TempDir
	Path directory;

	private Path second;

	@BeforeEach
	void buildTheSecondJar() throws IOException {
		this.second = Files.copy(JAR, this.directory.resolve("second.jar"));
		try (FileSystem jar = FileSystems.newFileSystem(this.second)) {
			for (Map.Entry<String, String> revision : REVISIONS.entrySet()) {
				Files.writeString(jar.getPath(VERSIONS + revision.getKey()), revision.getValue());
			}
		}
	}

	@Test
	void thePreviousJarGoesBackByItselfAndServesWithEveryRow() throws Exception {
		serve(JAR);
		List<?> before = everything();
		serveSecond();
		List<?> after = everything();
		assertThat(after).isNotEqualTo(before);
		assertThat(serve(JAR, "--soundshare.migrations.ahead=downgrade"))
			.contains("The database was ahead of this build: undid [d-view, c-update, b-column, a-rebuild]");
		assertThat(everything()).isEqualTo(before);
		serveSecond();
		assertThat(everything()).isEqualTo(after);
	}

	@Test
	void thePreviousJarDoesNotStartWhereThatWouldLoseRows() throws Exception {
		try (FileSystem jar = FileSystems.newFileSystem(this.second)) {
			Files.writeString(jar.getPath(VERSIONS + "20990105000000_e_table.sql"), """
					--liquibase formatted sql
					--changeset nils:e-table
					CREATE TABLE ratings (song_id BIGINT);
					""");
		}
		serveSecond();
		jdbc().execute("INSERT INTO ratings VALUES (1)");
		List<?> after = everything();
		try (JavaProcess process = start(JAR, "--soundshare.migrations.ahead=downgrade")) {
			assertThat(process.result().code()).isNotZero();
			assertThat(process.out() + process.err()).contains("The downgrade loses data, and so nothing was run",
					"e-table  loses table ratings (1 row)", "--migrate=downgrade:known --migrate.yes",
					"soundshare.migrations.ahead=warn");
		}
		assertThat(everything()).isEqualTo(after);
		try (JavaProcess process = start(JAR, "--migrate=downgrade:known", "--migrate.yes")) {
			assertThat(process.result().err()).isEmpty();
			assertThat(process.out()).contains("5 revisions undone.");
		}
	}

	/** The service, started, asked and stopped; returns what it has printed. */
	private String serve(Path jar, String... args) throws Exception {
		try (JavaProcess process = start(jar, args)) {
			String songs = get("http://localhost:" + port(process) + "/api/songs");
			assertThat(new JsonMapper().readTree(songs).at("/total").asInt()).isEqualTo(17);
			process.stop();
			return process.out();
		}
	}

	/** Its entities are those of the first, and know a column that it drops. */
	private void serveSecond() throws Exception {
		try (JavaProcess process = start(this.second, "--spring.jpa.hibernate.ddl-auto=none")) {
			assertThat(get("http://localhost:" + port(process) + "/actuator/health")).contains("UP");
			process.stop();
		}
	}

	private static String get(String address) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
			.body();
	}

	private JavaProcess start(Path jar, String... args) throws Exception {
		String[] all = new String[args.length + 1];
		all[0] = "--server.port=0";
		System.arraycopy(args, 0, all, 1, args.length);
		return JavaProcess.start(this.directory, List.of("-jar", jar.toString()), all);
	}

	private static String port(JavaProcess process) throws InterruptedException {
		for (int attempt = 0; attempt < 1200 && process.isAlive(); attempt++) {
			Matcher port = PORT.matcher(process.out());
			if (port.find() && process.out().contains("Started SoundShareApplication")) {
				return port.group(1);
			}
			Thread.sleep(100);
		}
		throw new AssertionError(process.out() + process.err());
	}

	/** The schema and all rows, without what migrations keep for themselves. */
	private List<?> everything() {
		List<String> tables = jdbc().queryForList(
				"SELECT name FROM sqlite_master WHERE type = 'table'"
						+ " AND name NOT LIKE 'sqlite%' AND upper(name) NOT LIKE 'DATABASECHANGELOG%' ORDER BY name",
				String.class);
		return List.of(
				jdbc().queryForList("SELECT type, name, sql FROM sqlite_master"
						+ " WHERE upper(tbl_name) NOT LIKE 'DATABASECHANGELOG%' ORDER BY 1, 2"),
				tables.stream()
					.map((table) -> jdbc().queryForList("SELECT * FROM \"" + table + "\" ORDER BY rowid"))
					.toList());
	}

	private JdbcTemplate jdbc() {
		return new JdbcTemplate(new DriverManagerDataSource("jdbc:sqlite:" + this.directory.resolve("soundshare.db")));
	}

}
