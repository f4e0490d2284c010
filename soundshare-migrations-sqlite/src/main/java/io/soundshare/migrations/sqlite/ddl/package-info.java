/**
 * SQLite's statements as text with structure: tokens, tables, scripts. Knows no database.
 */
@NullMarked
package io.soundshare.migrations.sqlite.ddl;

import org.jspecify.annotations.NullMarked;
