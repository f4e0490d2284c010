package io.soundshare.migrations.model;

/**
 * A plan and the SQL that would carry it out.
 *
 * @param plan the plan, not executed
 * @param sql the statements, each ended by the database's delimiter, with comments; empty
 * if there is nothing to do
 */
public record Script(Plan plan, String sql) {

}
