/**
 * SQLite's statements as text with structure: tokens, tables, scripts. Knows no database.
 * It is API for {@code soundshare-migrations-autogenerate}.
 */
@NullMarked
package io.soundshare.migrations.sqlite.ddl;

import org.jspecify.annotations.NullMarked;
