package io.soundshare.migrations.sqlite.alter;

/**
 * Something that must hold of the data for a change of their table.
 *
 * @param query returns no row if it holds
 * @param otherwise what is wrong if it returns one, and the way out
 */
public record Proof(String query, String otherwise) {

}
