/**
 * Who may write: the mutex and the row of the lock table, with the holders that are gone.
 */
@NullMarked
package io.soundshare.migrations.engine.lock;

import org.jspecify.annotations.NullMarked;
