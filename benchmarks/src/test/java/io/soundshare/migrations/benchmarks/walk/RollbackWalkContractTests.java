package io.soundshare.migrations.benchmarks.walk;

import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

import io.soundshare.migrations.benchmarks.changelog.SampleChangelog;
import io.soundshare.migrations.benchmarks.database.TrialDatabase;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Changelogs of real size: up revision by revision, down again, and at each height
 * everything is as it was there on the way up.
 */
abstract class RollbackWalkContractTests {

	private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

	@BeforeAll
	static void quiet() {
		LIQUIBASE.setLevel(Level.OFF);
	}

	abstract TrialDatabase open() throws SQLException;

	/** Whether there is time to walk a changelog; for all of them with {@code -Plong}. */
	boolean isWalked(SampleChangelog changelog) {
		return true;
	}

	@ParameterizedTest
	@EnumSource
	void comesBackAsItWas(SampleChangelog changelog) throws Exception {
		assumeTrue(isWalked(changelog), "walked with -Plong");
		try (TrialDatabase database = open()) {
			WalkReport report = new Walk(database, new ClassLoaderResourceAccessor(), changelog.path(), null).run();
			System.out.println(changelog + ": " + report.summary());
			assertThat(report.differences())
				.as(report.differences().stream().map(String::valueOf).collect(Collectors.joining("\n")))
				.isEmpty();
			assertThat(report.obstacle()).isNull();
			assertThat(report.left()).as("revisions left").isZero();
		}
	}

}
