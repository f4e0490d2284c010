/**
 * SQL as text: its tokens, and literals.
 */
@NullMarked
package io.soundshare.migrations.autogenerate.sql;

import org.jspecify.annotations.NullMarked;
