/**
 * Sequences, which SQLite has none of, as tables.
 */
@NullMarked
package io.soundshare.migrations.sqlite.sequence;

import org.jspecify.annotations.NullMarked;
