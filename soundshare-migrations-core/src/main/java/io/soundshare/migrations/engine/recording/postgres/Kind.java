package io.soundshare.migrations.engine.recording.postgres;

/**
 * The kinds of objects, in the order they are made in where nothing else orders them.
 */
enum Kind {

	SCHEMA("SCHEMA"),

	EXTENSION("EXTENSION"),

	TYPE("TYPE"),

	SEQUENCE("SEQUENCE"),

	TABLE("TABLE"),

	COLUMN("COLUMN"),

	ROUTINE("FUNCTION"),

	DEFAULT("DEFAULT"),

	/** Primary and unique keys, checks, exclusions. */
	CONSTRAINT("CONSTRAINT"),

	INDEX("INDEX"),

	INHERITANCE("INHERITANCE"),

	VIEW("VIEW"),

	FOREIGN_KEY("CONSTRAINT"),

	STATISTICS("STATISTICS"),

	TRIGGER("TRIGGER"),

	RULE("RULE"),

	POLICY("POLICY"),

	/** What nothing is known of but that it is there. */
	OTHER("OBJECT");

	private final String word;

	Kind(String word) {
		this.word = word;
	}

	/** Return what SQL calls it. */
	String word() {
		return this.word;
	}

	/** Whether it holds data, or is what data is made of: it is never made anew. */
	boolean isHard() {
		return compareTo(COLUMN) <= 0;
	}

	/** Whether a statement can name it without what it is a part of. */
	boolean isNamedAlone() {
		return this == INDEX || this == CONSTRAINT || this == STATISTICS;
	}

}
