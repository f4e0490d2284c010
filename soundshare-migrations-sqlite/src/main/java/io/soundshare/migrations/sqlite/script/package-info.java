/**
 * SQL scripts, taken apart into statements.
 */
@NullMarked
package io.soundshare.migrations.sqlite.script;

import org.jspecify.annotations.NullMarked;
