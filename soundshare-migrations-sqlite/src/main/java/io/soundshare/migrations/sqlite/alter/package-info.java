/**
 * Changes of a table's shape, planned as SQL: native {@code ALTER TABLE} where the SQLite
 * in use has it, SQLite's own recipe for a rebuild where not.
 */
@NullMarked
package io.soundshare.migrations.sqlite.alter;

import org.jspecify.annotations.NullMarked;
