package io.soundshare.migrations.autogenerate.model;

import java.util.Set;

/**
 * A sequence; on SQLite the one-row table that stands for it.
 *
 * @param name its name
 * @param start its first value
 * @param increment how far it goes on; 0 if the database does not tell
 * @param tables the tables whose ids it hands out, as far as that is known
 */
public record Sequence(ObjectName name, long start, long increment, Set<ObjectName> tables) {

	public Sequence {
		tables = Set.copyOf(tables);
	}

	/**
	 * A sequence as a database tells it, which does not know what it is for.
	 * @param name its name
	 * @param start its first value
	 * @param increment how far it goes on; 0 if the database does not tell
	 */
	public Sequence(ObjectName name, long start, long increment) {
		this(name, start, increment, Set.of());
	}

}
