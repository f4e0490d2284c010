/**
 * Changelogs run by Liquibase itself on real SQLite files.
 */
@NullMarked
package io.soundshare.migrations.sqlite.sqlgenerator;

import org.jspecify.annotations.NullMarked;
