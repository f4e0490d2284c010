package io.soundshare.migrations.model;

import java.time.Instant;

/**
 * The rows of a dropped table or column, which are kept for a downgrade.
 *
 * @param table the table they are in
 * @param place where they were: {@code table songs}, {@code column songs.length}
 * @param rows how many there are
 * @param revision the key of the revision that dropped it
 * @param since when that was
 */
public record KeptRows(String table, String place, long rows, String revision, Instant since) {

}
