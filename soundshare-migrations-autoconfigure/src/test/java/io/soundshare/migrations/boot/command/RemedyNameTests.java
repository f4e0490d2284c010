package io.soundshare.migrations.boot.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.Stream;

import io.soundshare.migrations.boot.RemedyName;
import io.soundshare.migrations.model.Remedy.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class RemedyNameTests {

	private static final String METADATA = "META-INF/spring-configuration-metadata.json";

	@ParameterizedTest
	@EnumSource(Kind.class)
	void namesWhatCanBeTypedOrSet(Kind kind) throws IOException {
		String name = RemedyName.of(kind.of(argument(kind)));
		if (name.startsWith("--")) {
			assertThat(CommandLineParser.parse(withCommand(name)).invocations()).isNotEmpty();
		}
		else {
			String property = name.replaceFirst("^set ", "").replaceFirst("=.*", "").replaceFirst("\\.title$", "");
			assertThat(metadata()).containsPattern("\"name\"\\s*:\\s*\"" + property.replace(".", "\\.") + "\"");
		}
	}

	private static String argument(Kind kind) {
		return switch (kind) {
			case UPGRADE, RETRY_UPGRADE, STAMP -> "head";
			case DOWNGRADE, CONFIRM_DOWNGRADE, RETRY_DOWNGRADE -> "-1";
			case SHOW -> "4a5b";
			case CREATE, EMPTY -> "Add indexes";
			case SHADOW_URL -> "jdbc:postgresql://host/empty";
			case FORMAT -> "yaml";
			case DIRECTORY -> "src";
			case AGAINST -> "database";
			case EXCLUDE -> "songs";
			case FILL -> "songs.play_count:0";
			case RENAME -> "songs.title:name";
			case PARAMETER -> "title";
			case STARTUP -> "upgrade";
			case AHEAD -> "warn";
			case RECORD_UNDO -> "false";
			case DESTRUCTIVE -> "allow";
			case TRANSACTION -> "deployment";
			case RESTORE -> "20261130T184000123Z_4a5b.db";
			case BACKUP -> "never";
			case BACKUP_FOLDER -> "backups";
			case HISTORY, STATUS, UNLOCK, TAKE_BACKUP, BACKUPS, CHECK, STACK_TRACE, URL, USERNAME, PASSWORD, CHANGE_LOG,
					DEFAULT_SCHEMA, LIQUIBASE_SCHEMA ->
				"";
		};
	}

	/** An option alone is no command line. */
	private static String[] withCommand(String name) {
		String command = name.startsWith("--migrate.against") ? "--migrate=check" : "--migrate=create:more";
		return name.startsWith("--migrate=") ? name.split(" (?=--)") : new String[] { command, name };
	}

	private static String metadata() throws IOException {
		StringBuilder all = new StringBuilder();
		for (URL url : Collections.list(RemedyNameTests.class.getClassLoader().getResources(METADATA))) {
			try (InputStream stream = url.openStream()) {
				all.append(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		assertThat(Stream.of("soundshare.migrations", "spring.liquibase", "spring.datasource"))
			.allMatch((prefix) -> all.indexOf("\"" + prefix) >= 0);
		return all.toString();
	}

}
