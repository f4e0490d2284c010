package io.soundshare.migrations.autogenerate.model;

/**
 * A sequence; on SQLite the one-row table that stands for it.
 *
 * @param name its name
 * @param start its first value
 * @param increment how far it goes on; 0 if the database does not tell
 */
public record Sequence(ObjectName name, long start, long increment) {

}
