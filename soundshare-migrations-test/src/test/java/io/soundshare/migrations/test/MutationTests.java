package io.soundshare.migrations.test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mistakes planted into a clean changelog, each to be found by the test that is meant for
 * it.
 */
@Tag("slow")
class MutationTests {

	private static final List<Mistake> CAUGHT = new ArrayList<>();

	@TempDir
	Path directory;

	@ParameterizedTest
	@MethodSource("io.soundshare.migrations.test.Mistake#everywhere")
	void catches(Mistake mistake) {
		catches(mistake, Servers.sqlite(this.directory));
	}

	@ParameterizedTest
	@MethodSource("io.soundshare.migrations.test.Mistake#ofPostgres")
	@Tag("server")
	void catchesOnPostgres(Mistake mistake) {
		catches(mistake, Servers.postgres().getPostgresDatabase());
	}

	private void catches(Mistake mistake, DataSource dataSource) {
		Sample sample = Sample.clean();
		mistake.spoil().accept(sample);
		MigrationSuite suite = sample.in(this.directory, dataSource);
		if (!mistake.revision().isEmpty()) {
			sample.ids()
				.filter((id) -> !id.equals(mistake.revision()))
				.forEach((id) -> suite.skip(id, "it is about another revision"));
		}
		Outcome outcome = Outcome.of(suite, mistake.check());
		assertThat(outcome.fails(mistake.check(), mistake.revision())).as("%s: %s", mistake.name(), outcome.failed())
			.isTrue();
		CAUGHT.add(mistake);
	}

	@AfterAll
	static void score() {
		System.out.println(CAUGHT.size() + " of " + (Mistake.everywhere().size() + Mistake.ofPostgres().size())
				+ " planted mistakes are caught");
	}

}
