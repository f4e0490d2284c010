package io.soundshare.demo;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The history the service writes next to the one Liquibase alone writes.
 */
@Tag("slow")
class StockRowsTests {

	@TempDir
	Path directory;

	@Test
	void theHistoryIsTheOneLiquibaseAloneWrites() throws Exception {
		Path ours = this.directory.resolve("ours.db");
		SpringApplication
			.run(SoundShareApplication.class, "--spring.datasource.url=jdbc:sqlite:" + ours, "--server.port=0")
			.close();
		Path stock = this.directory.resolve("stock.db");
		try (DatabaseFile written = new DatabaseFile(ours, true); DatabaseFile file = new DatabaseFile(stock, true)) {
			file.upgradeToHead();
			List<String> rows = file.history();
			assertThat(rows).hasSize(file.revisions());
			assertThat(written.history()).isEqualTo(rows);
			assertThat(written.schema()).isEqualTo(file.schema());
			assertThat(written.data()).isEqualTo(file.data());
		}
	}

}
