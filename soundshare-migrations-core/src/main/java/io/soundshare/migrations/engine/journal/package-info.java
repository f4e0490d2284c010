/**
 * What every operation did, as a table.
 */
@NullMarked
package io.soundshare.migrations.engine.journal;

import org.jspecify.annotations.NullMarked;
