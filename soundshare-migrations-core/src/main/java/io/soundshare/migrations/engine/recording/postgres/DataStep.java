package io.soundshare.migrations.engine.recording.postgres;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A change of data.
 *
 * @param events the rows that were changed
 * @param at the catalogue when that began
 * @param after the catalogue when that was over
 * @param kept data that is kept of a table, instead of changes of rows
 */
record DataStep(List<RowEvent> events, Catalog at, Catalog after, @Nullable KeptCopy kept) {
}
