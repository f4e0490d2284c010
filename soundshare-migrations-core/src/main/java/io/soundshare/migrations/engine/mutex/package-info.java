/**
 * What one process at a time can have, and loses when it dies: a lock of the operating
 * system or of the server.
 */
@NullMarked
package io.soundshare.migrations.engine.mutex;

import org.jspecify.annotations.NullMarked;
