package io.soundshare.migrations.boot.command;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The options, each {@code --migrate.NAME} or {@code --migrate.NAME=VALUE}.
 */
enum MigrateOption {

	SQL(null, "print the SQL, change nothing"), OUTPUT("text|json", "how to print the result"),
	YES(null, "confirm what destroys data"), STRICT(null, "exit with 3 unless all is well"),
	EMPTY(null, "a template to fill in"), RENAME("OLD:NEW", "renamed: songs.title:name, songs:tracks"),
	FILL("COLUMN:SQL", "existing rows get: songs.play_count:0"),
	AGAINST("changelog|database", "what to compare with; default changelog"),
	INCLUDE("PATTERNS", "compare only these tables: songs,play*"),
	EXCLUDE("PATTERNS", "leave these tables alone: qrtz_*"),
	FORMAT("yaml|xml|json|sql", "format of the new file; default yaml"), DIRECTORY("DIR", "where the new file goes"),
	DATABASE("NAME", "which database, where there are several"),
	JOURNAL(null, "what was done, and how each time ended"), RETRY(null, "run again what a process died in"),
	DATA(null, "with all rows, on PostgreSQL"), VERBOSE(null, "logs and stack traces on stderr");

	private final @Nullable String values;

	private final String description;

	MigrateOption(@Nullable String values, String description) {
		this.values = values;
		this.description = description;
	}

	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	boolean isFlag() {
		return this.values == null;
	}

	/** Whether the option may be given several times. */
	boolean isRepeatable() {
		return this == RENAME || this == FILL || isList();
	}

	/** Whether one value may be several, with commas between. SQL has commas itself. */
	boolean isList() {
		return this == RENAME || this == INCLUDE || this == EXCLUDE;
	}

	/** Whether the option takes one of some words, or a pair; otherwise any text. */
	boolean allows(String value) {
		if (this.values == null) {
			return true;
		}
		if (this.values.contains(":")) {
			return value.matches("(?s)\\s*[^\\s:][^:]*:.*\\S.*");
		}
		return !this.values.contains("|") || List.of(this.values.split("\\|")).contains(value);
	}

	String usage() {
		return "--migrate." + key() + ((this.values != null) ? "=" + this.values : "");
	}

	String description() {
		return this.description;
	}

	static @Nullable MigrateOption of(String key) {
		for (MigrateOption option : values()) {
			if (option.key().equals(key)) {
				return option;
			}
		}
		return null;
	}

}
