/**
 * The back door, for the other modules of this library.
 */
@NullMarked
package io.soundshare.migrations.engine.friend;

import org.jspecify.annotations.NullMarked;
