/**
 * The mutex and the row of the lock table, which say who may write, and the holders that
 * are gone.
 */
@NullMarked
package io.soundshare.migrations.engine.lock;

import org.jspecify.annotations.NullMarked;
