/**
 * A first revision, for a database that has no history.
 */
@NullMarked
package io.soundshare.migrations.autogenerate.baseline;

import org.jspecify.annotations.NullMarked;
