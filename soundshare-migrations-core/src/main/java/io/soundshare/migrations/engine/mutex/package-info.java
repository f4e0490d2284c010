/**
 * Locks of the operating system or of the server, which one process at a time can have,
 * and loses when it dies.
 */
@NullMarked
package io.soundshare.migrations.engine.mutex;

import org.jspecify.annotations.NullMarked;
