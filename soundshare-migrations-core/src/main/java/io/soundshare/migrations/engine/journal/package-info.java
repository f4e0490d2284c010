/**
 * A table of what every operation did.
 */
@NullMarked
package io.soundshare.migrations.engine.journal;

import org.jspecify.annotations.NullMarked;
