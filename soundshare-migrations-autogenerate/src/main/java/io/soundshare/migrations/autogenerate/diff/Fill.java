package io.soundshare.migrations.autogenerate.diff;

/**
 * Value that the rows there are get in a column that comes or changes.
 *
 * @param sql the SQL of the value
 * @param given whether somebody gave it; otherwise it is the empty value of the type, to
 * be reviewed
 */
public record Fill(String sql, boolean given) {

}
