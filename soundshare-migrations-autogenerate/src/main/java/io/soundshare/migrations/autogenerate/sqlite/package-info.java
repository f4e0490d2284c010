/**
 * SQLite: its strategy, and what that hands out.
 */
@NullMarked
package io.soundshare.migrations.autogenerate.sqlite;

import org.jspecify.annotations.NullMarked;
