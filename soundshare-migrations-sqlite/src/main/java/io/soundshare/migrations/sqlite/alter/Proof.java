package io.soundshare.migrations.sqlite.alter;

/**
 * A condition that the data must meet for a change of its table.
 *
 * @param query returns no row if it holds
 * @param otherwise what is wrong if it returns one, and the way out
 */
record Proof(String query, String otherwise) {

}
