package io.soundshare.demo;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Foreign keys when only another URL is given on the command line.
 */
@Tag("slow")
class ForeignKeysTests {

	@TempDir
	Path directory;

	private ConfigurableApplicationContext context;

	private JdbcClient jdbc;

	@BeforeEach
	void start() {
		Path file = this.directory.resolve("other.db");
		this.context = SpringApplication.run(SoundShareApplication.class, "--spring.datasource.url=jdbc:sqlite:" + file,
				"--server.port=0");
		this.jdbc = this.context.getBean(JdbcClient.class);
		assertThat(file).satisfies(Files::exists).isNotEmptyFile();
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void areEnforcedAndDoWhatTheySay() {
		assertThat(count("PRAGMA foreign_keys")).isOne();
		assertThatException().isThrownBy(() -> execute("INSERT INTO albums (artist_id, title) VALUES (999, 'Nobody')"))
			.withMessageContaining("FOREIGN KEY constraint failed");
		assertThatException().as("a song in a playlist stays")
			.isThrownBy(() -> execute("DELETE FROM songs WHERE id = 9"))
			.withMessageContaining("FOREIGN KEY constraint failed");

		long plays = count("SELECT count(*) FROM plays");
		long playsOfUser = count("SELECT count(*) FROM plays WHERE user_id = 1");
		execute("DELETE FROM users WHERE id = 1");
		assertThat(count("SELECT count(*) FROM playlists WHERE user_id = 1")).isZero();
		assertThat(count("SELECT count(*) FROM likes WHERE user_id = 1")).isZero();
		assertThat(count("SELECT count(*) FROM plays")).isEqualTo(plays);
		assertThat(count("SELECT count(*) FROM plays WHERE user_id IS NULL")).isEqualTo(playsOfUser).isPositive();
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private void execute(String sql) {
		this.jdbc.sql(sql).update();
	}

}
