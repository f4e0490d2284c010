/**
 * Parts of CREATE TABLE, written: columns, defaults, keys.
 */
@NullMarked
package io.soundshare.migrations.sqlite.clause;

import org.jspecify.annotations.NullMarked;
