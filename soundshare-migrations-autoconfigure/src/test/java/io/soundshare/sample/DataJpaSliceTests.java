package io.soundshare.sample;

import java.nio.file.Path;

import io.soundshare.migrations.boot.Migrator;
import io.soundshare.migrations.boot.MigratorRegistry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("slow")
@DataJpaTest(properties = { "spring.jpa.hibernate.ddl-auto=validate", "spring.datasource.hikari.maximum-pool-size=1" })
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
class DataJpaSliceTests {

	@TempDir
	private static Path directory;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", () -> "jdbc:sqlite:" + directory.resolve("slice.db"));
	}

	@Test
	void sliceIsMigrated(@Autowired Migrator migrator, @Autowired MigratorRegistry migrators,
			@Autowired JdbcTemplate jdbc, @Autowired ArtistRepository artists) {
		assertThat(migrators.names()).containsExactly("liquibase");
		assertThat(jdbc.queryForObject("select name from artist", String.class)).isEqualTo("Nina Simone");
		assertThat(artists.count()).isEqualTo(1);
	}

}
