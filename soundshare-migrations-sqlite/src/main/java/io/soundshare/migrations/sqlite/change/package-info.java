/**
 * Liquibase's changes that treat SQLite wrongly by themselves, put right for SQLite and
 * left alone for every other database.
 */
@NullMarked
package io.soundshare.migrations.sqlite.change;

import org.jspecify.annotations.NullMarked;
