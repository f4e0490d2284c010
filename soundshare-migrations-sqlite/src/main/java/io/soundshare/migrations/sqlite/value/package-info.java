/**
 * The values of a changelog as SQLite and its driver need them: of the type of their
 * column, and in SQLite's words. It is API for
 * {@code soundshare-migrations-autogenerate}.
 */
@NullMarked
package io.soundshare.migrations.sqlite.value;

import org.jspecify.annotations.NullMarked;
