/**
 * A Liquibase extension that makes every structural change safe on SQLite.
 */
@NullMarked
package io.soundshare.migrations.sqlite;

import org.jspecify.annotations.NullMarked;
