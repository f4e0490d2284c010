/**
 * From Liquibase's statements to the SQL that SQLite understands.
 */
@NullMarked
package io.soundshare.migrations.sqlite.sqlgenerator;

import org.jspecify.annotations.NullMarked;
