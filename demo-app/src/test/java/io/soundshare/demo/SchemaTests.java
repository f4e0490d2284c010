package io.soundshare.demo;

import io.soundshare.migrations.test.MigrationSuite;
import io.soundshare.migrations.test.MigrationTests;
import org.junit.jupiter.api.Tag;

/**
 * The migrations, as any application tests its own.
 */
@Tag("slow")
class SchemaTests extends MigrationTests {

	@Override
	protected void configure(MigrationSuite suite) {
		suite.leaveAlone("parked_rows")
			.loses("96a3973d2d05", "a date that was filled in stays")
			.loses("9b146b80a008", "so does one that is filled in at the last moment");
	}

}
