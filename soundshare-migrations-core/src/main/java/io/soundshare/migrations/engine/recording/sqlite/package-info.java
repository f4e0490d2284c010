/**
 * What undoes a change set on SQLite: rows by temporary triggers, the schema by its own
 * table of it.
 */
@NullMarked
package io.soundshare.migrations.engine.recording.sqlite;

import org.jspecify.annotations.NullMarked;
