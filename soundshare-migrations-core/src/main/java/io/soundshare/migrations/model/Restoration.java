package io.soundshare.migrations.model;

import org.jspecify.annotations.Nullable;

/**
 * What became of a database that was replaced by a copy.
 *
 * @param backup the copy that is in its place
 * @param replaced the copy of what was there; {@code null} if nothing was, or it could
 * not be copied
 * @param aside the file that was there, where it was no whole database and was put aside;
 * else {@code null}
 */
public record Restoration(Backup backup, @Nullable Backup replaced, @Nullable String aside) {

}
