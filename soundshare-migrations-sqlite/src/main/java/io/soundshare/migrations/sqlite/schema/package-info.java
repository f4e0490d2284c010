/**
 * What a SQLite database holds, read from its own catalogue and never from Liquibase's
 * snapshot.
 */
@NullMarked
package io.soundshare.migrations.sqlite.schema;

import org.jspecify.annotations.NullMarked;
