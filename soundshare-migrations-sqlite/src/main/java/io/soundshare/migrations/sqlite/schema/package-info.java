/**
 * The contents of a SQLite database, read from its own catalogue and never from
 * Liquibase's snapshot. It is API for {@code soundshare-migrations-autogenerate}.
 */
@NullMarked
package io.soundshare.migrations.sqlite.schema;

import org.jspecify.annotations.NullMarked;
