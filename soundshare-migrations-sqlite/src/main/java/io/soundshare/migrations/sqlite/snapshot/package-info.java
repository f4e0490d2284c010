/**
 * Reads a SQLite database back into Liquibase's objects, as it was declared.
 */
@NullMarked
package io.soundshare.migrations.sqlite.snapshot;

import org.jspecify.annotations.NullMarked;
