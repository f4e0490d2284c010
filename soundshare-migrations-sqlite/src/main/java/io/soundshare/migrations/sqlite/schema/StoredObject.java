package io.soundshare.migrations.sqlite.schema;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code sqlite_master}.
 *
 * @param type {@code table}, {@code index}, {@code view} or {@code trigger}
 * @param name its name
 * @param table the table or view it belongs to; its own name for those
 * @param sql the statement that made it; {@code null} for the indexes SQLite makes itself
 */
public record StoredObject(String type, String name, String table, @Nullable String sql) {

}
