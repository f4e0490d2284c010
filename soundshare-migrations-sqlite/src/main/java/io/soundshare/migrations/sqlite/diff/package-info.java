/**
 * Compares what is particular to SQLite, and writes the difference as changes.
 */
@NullMarked
package io.soundshare.migrations.sqlite.diff;

import org.jspecify.annotations.NullMarked;
